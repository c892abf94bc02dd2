package org.mingqu.ledger;

import java.util.Locale;
import java.util.TreeMap;

/// The sentences for [faults][Fault], in Chinese and English.
public final class FaultText {

    private FaultText() {}

    /// The sentence, in Chinese for a Chinese locale and in English for any other.
    public static String of(Fault fault, Locale locale) {
        var parameters = new TreeMap<>(fault.parameters());
        parameters.put("index", Long.toString(fault.index()));
        return new Texts("faults", locale).text(fault.kind().code(), parameters);
    }
}
