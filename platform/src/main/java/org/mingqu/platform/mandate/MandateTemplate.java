package org.mingqu.platform.mandate;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.parties.Party;
import org.mingqu.platform.web.Texts;
import org.springframework.stereotype.Component;

/// The template of the authorisation agreement: a text for each of the ten heads of art. 13, for the parties to edit.
@Component
class MandateTemplate {

    /// An agreement is made in Chinese, whoever looks at it.
    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;

    private final Texts texts;

    MandateTemplate(Texts texts) {
        this.texts = texts;
    }

    Map<Head, String> of(Party authority, Party operator, int months) {
        var heads = new EnumMap<Head, String>(Head.class);
        var parameters =
                Map.of("authority", authority.name(), "operator", operator.name(), "months", Integer.toString(months));
        for (var head : Head.values()) {
            heads.put(head, texts.of("mandate.template." + head.name(), parameters, LANGUAGE));
        }
        return heads;
    }

    String title(Party operator) {
        return texts.of("mandate.title", Map.of("operator", operator.name()), LANGUAGE);
    }
}
