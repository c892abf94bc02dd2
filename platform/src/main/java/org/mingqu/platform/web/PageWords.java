package org.mingqu.platform.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The words of the pages, which come with them, for what is said on paper and by mail: a stage is called the same
/// everywhere. Keys are those of the pages, for example `work.stage.DRAFT`.
@Component
public class PageWords {

    private final Map<String, String> chinese;
    private final Map<String, String> english;

    PageWords(JsonMapper json) throws IOException {
        this.chinese = read("zh-CN", json);
        this.english = read("en", json);
    }

    private static Map<String, String> read(String language, JsonMapper json) throws IOException {
        var words = new HashMap<String, String>();
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/" + language + "/*.json");
        for (var file : files) {
            var name = String.valueOf(file.getFilename()).replace(".json", "");
            try (var stream = file.getInputStream()) {
                gather(name, json.readTree(stream), words);
            }
        }
        return Map.copyOf(words);
    }

    private static void gather(String key, JsonNode node, Map<String, String> words) {
        if (node.isString()) {
            words.put(key, node.asString());
        } else {
            node.properties().forEach(it -> gather(key + "." + it.getKey(), it.getValue(), words));
        }
    }

    /// The word of a key in the reader's language; without one, the last part of the key.
    public String of(String key, Locale locale) {
        var words = locale.getLanguage().equals("en") ? english : chinese;
        return words.getOrDefault(key, key.substring(key.lastIndexOf('.') + 1));
    }

    /// What a stage of a kind of case is called; some kinds have words of their own.
    public String stage(String kind, String stage, Locale locale) {
        var words = locale.getLanguage().equals("en") ? english : chinese;
        var own = words.get("work.stageOf.%s.%s".formatted(kind, stage));
        return own != null ? own : of("work.stage." + stage, locale);
    }
}
