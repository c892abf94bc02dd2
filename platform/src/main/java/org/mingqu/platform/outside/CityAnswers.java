package org.mingqu.platform.outside;

/// Whoever has asked the city hears its answer here, once, in the transaction in which it is taken.
public interface CityAnswers {

    /// The city has answered.
    void answered(CityAnswer answer);

    /// An answer of the city.
    ///
    /// @param reference of the request
    /// @param word the city's own id of this answer
    /// @param kind `RECEIVED`, `MORE_ASKED`, `GRANTED`, `PARTLY` or `REFUSED`
    /// @param text what it says
    record CityAnswer(String reference, String word, String kind, String text) {}
}
