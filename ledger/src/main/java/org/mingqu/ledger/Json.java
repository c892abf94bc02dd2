package org.mingqu.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reading JSON strictly, and writing it in the one canonical form of RFC 8785.
///
/// Stricter than the standard in one thing: a number that a double cannot hold exactly is refused rather
/// than rounded, as a record must say what was meant. Such a number is entered as text.
final class Json {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final BigInteger EXACT = BigInteger.TWO.pow(53);

    private Json() {}

    /// @throws IllegalArgumentException if it is not one JSON object in UTF-8 without doubled names
    static ObjectNode read(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            if (MAPPER.readTree(text.toString()) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("not a JSON object");
        } catch (CharacterCodingException | JacksonException e) {
            throw new IllegalArgumentException("not a JSON object", e);
        }
    }

    /// @throws IllegalArgumentException if the value is not an object with exactly these names
    static void mustHaveOnly(JsonNode json, String... names) {
        if (!json.isObject() || !Set.copyOf(json.propertyNames()).equals(Set.of(names))) {
            throw new IllegalArgumentException(
                    "there must be %s, but there is %s".formatted(List.of(names), json.propertyNames()));
        }
    }

    static String text(JsonNode json, String name) {
        return text(json.path(name));
    }

    static String text(JsonNode json) {
        if (!json.isString()) {
            throw new IllegalArgumentException("not a text: " + json);
        }
        return json.stringValue();
    }

    static long integer(JsonNode json, String name) {
        var number = json.path(name);
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("'%s' is not an integer: %s".formatted(name, number));
        }
        return number.longValue();
    }

    /// @throws IllegalArgumentException if a number or a text cannot be written without loss
    static byte[] canonical(JsonNode node) {
        var text = new StringBuilder();
        write(node, text);
        try {
            var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("half of a surrogate pair cannot be entered", e);
        }
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            var separator = '{';
            for (var property : node.properties().stream()
                    .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                    .toList()) {
                out.append(separator);
                writeText(property.getKey(), out);
                write(property.getValue(), out.append(':'));
                separator = ',';
            }
            out.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            var separator = '[';
            for (var element : node) {
                write(element, out.append(separator));
                separator = ',';
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            writeText(node.stringValue(), out);
        } else if (node.isNumber()) {
            out.append(number(node.decimalValue()));
        } else if (node.isBoolean()) {
            out.append(node.booleanValue());
        } else if (node.isNull()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("%s cannot be entered".formatted(node.getNodeType()));
        }
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /// As ECMAScript writes a number (RFC 8785 section 3.2.2.3).
    private static String number(BigDecimal number) {
        var near = number.doubleValue();
        if (Double.isInfinite(near)
                || new BigDecimal(Double.toString(near)).compareTo(number) != 0
                || (number.abs().compareTo(new BigDecimal(EXACT)) >= 0)) {
            throw new IllegalArgumentException(
                    "%s cannot be entered as a number without loss; enter it as text".formatted(number));
        }
        if (number.signum() == 0) {
            return "0";
        }
        var shortest = new BigDecimal(Double.toString(near)).stripTrailingZeros();
        var exponent = shortest.precision() - shortest.scale();
        if (exponent > -6) {
            return shortest.toPlainString();
        }
        var digits = shortest.unscaledValue().abs().toString();
        return (shortest.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e"
                + (exponent - 1);
    }
}
