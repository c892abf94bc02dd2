package org.mingqu.privacy.dp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// As much of the text form of protocol buffers as the cases need: names with words or lists of words, and
/// blocks. A name
/// that comes again adds to its list.
record Textproto(Map<String, List<String>> values, Map<String, List<Textproto>> blocks) {

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[{}\\[\\],:]|[^\\s{}\\[\\],:\"]+");

    static Textproto read(String resource) {
        try (var in = Objects.requireNonNull(Textproto.class.getResourceAsStream(resource))) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)#.*$", "");
            return block(WORD.matcher(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Textproto block(Matcher words) {
        var block = new Textproto(new LinkedHashMap<>(), new LinkedHashMap<>());
        while (words.find() && !words.group().equals("}")) {
            var name = words.group();
            words.find();
            if (words.group().equals("{")) {
                block.blocks.computeIfAbsent(name, _ -> new ArrayList<>()).add(block(words));
                continue;
            }
            words.find(); // what stands behind the colon
            var list = block.values.computeIfAbsent(name, _ -> new ArrayList<>());
            if (!words.group().equals("[")) {
                list.add(words.group().replace("\"", ""));
                continue;
            }
            while (words.find() && !words.group().equals("]")) {
                if (!words.group().equals(",")) {
                    list.add(words.group());
                }
            }
        }
        return block;
    }

    Textproto in(String name) {
        return Objects.requireNonNull(blocks.get(name), name).getFirst();
    }

    String word(String name) {
        return Objects.requireNonNull(values.get(name), name).getFirst();
    }

    double number(String name) {
        return values.containsKey(name) ? Double.parseDouble(word(name)) : 0;
    }

    int whole(String name) {
        return Integer.parseInt(word(name));
    }

    double[] numbers(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
