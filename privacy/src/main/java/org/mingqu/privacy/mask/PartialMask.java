package org.mingqu.privacy.mask;

/// A value of which only a part may be seen.
///
/// *Protects:* from being read off, over a shoulder or in a list.
///
/// *Does not protect:* from an attacker with other data, for whom the part that is left narrows down who it is.
/// A masked column keeps its grade unless the source department says otherwise.
public enum PartialMask {
    /// An identity number: the first six digits, which are the place of first registration, and no more. The
    /// last digits would, together with a date of birth, leave a handful of people.
    ID_NUMBER(6, 0),
    /// A unified social credit code: the two digits of kind and the six of place.
    CREDIT_CODE(8, 0),
    /// A mobile number: the carrier's three digits.
    MOBILE(3, 0),
    /// A person's name: the first character.
    PERSON_NAME(1, 0),
    /// A company's name: its first two characters, mostly the city.
    COMPANY_NAME(2, 0),
    /// An address: its first six characters, mostly city and district.
    ADDRESS(6, 0),
    /// Nothing at all.
    ALL(0, 0);

    private static final char HIDDEN = '*';

    private final int first;
    private final int last;

    PartialMask(int first, int last) {
        this.first = first;
        this.last = last;
    }

    /// The value with an asterisk for each hidden character; a value too short to hide a character is hidden
    /// altogether.
    public String apply(String value) {
        var characters = value.codePoints().toArray();
        var shown = first + last < characters.length;
        var masked = new StringBuilder();
        for (var i = 0; i < characters.length; i++) {
            var kept = shown && (i < first || i >= characters.length - last);
            masked.appendCodePoint(kept ? characters[i] : HIDDEN);
        }
        return masked.toString();
    }
}
