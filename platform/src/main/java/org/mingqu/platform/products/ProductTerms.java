package org.mingqu.platform.products;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is registered about a product (art. 22).
///
/// @param scenario that it may be used for: the one that the use of its data was approved for
/// @param audience to whom it may be given
/// @param wayOfUse how it is delivered and used
/// @param limits what it must not be used for
/// @param priceBasis what its price comes from (art. 24)
record ProductTerms(
        String name,
        ProductKind kind,
        UsePurpose purpose,
        String scenario,
        String audience,
        String wayOfUse,
        String limits,
        String priceBasis) {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST = 1_000;

    ProductTerms {
        name = name.strip();
        scenario = scenario.strip();
        audience = audience.strip();
        wayOfUse = wayOfUse.strip();
        limits = limits.strip();
        priceBasis = priceBasis.strip();
    }

    /// What is too long, by field.
    Map<String, String> tooLong() {
        var wrong = new LinkedHashMap<String, String>();
        texts().forEach((field, text) -> {
            if (text.length() > (field.equals("name") ? LONGEST_NAME : LONGEST)) {
                wrong.put("terms." + field, "field-too-long");
            }
        });
        return wrong;
    }

    /// All that is still missing at a time, so that it is asked for once.
    Map<String, String> missing() {
        var wrong = new LinkedHashMap<String, String>();
        texts().forEach((field, text) -> {
            if (text.isEmpty()) {
                wrong.put("terms." + field, "field-empty");
            }
        });
        return wrong;
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("name", name);
        texts.put("scenario", scenario);
        texts.put("audience", audience);
        texts.put("wayOfUse", wayOfUse);
        texts.put("limits", limits);
        texts.put("priceBasis", priceBasis);
        return texts;
    }
}
