package org.mingqu.platform.outside;

/// Whoever has asked the city hears its answer here, once, in the transaction in which it is taken.
public interface CityAnswers {

    /// The city has answered.
    void answered(CityAnswer answer);

    /// An answer of the city.
    ///
    /// @param reference of the request
    /// @param granted whether the city does what was asked
    /// @param text what it says
    record CityAnswer(String reference, boolean granted, String text) {}
}
