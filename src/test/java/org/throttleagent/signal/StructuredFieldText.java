package org.throttleagent.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A structured field as one line of text, as it was read and as a vector has it. */
final class StructuredFieldText implements StructuredField.Sink {
    static final String FAILED = "failed";

    private final Map<String, StringBuilder> members = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private StringBuilder member = new StringBuilder();
    private int number;
    private boolean inner;

    private StructuredFieldText() {}

    /** What is read; an item is a list of one member that is no inner list. */
    static String read(String value, String type) {
        StructuredFieldText sink = new StructuredFieldText();
        boolean ok = StructuredField.read(value, type.equals("dictionary"), sink);
        sink.closeParameters();
        boolean item = type.equals("item");
        // white space at the end of a list may be a tab, that of an item may not
        if (!ok || (item && (!sink.isItem() || value.replace(" ", "").endsWith("\t")))) {
            return FAILED;
        }
        return item ? sink.members.values().iterator().next().toString() : sink.members.toString();
    }

    private boolean isItem() {
        return members.size() == 1 && members.values().iterator().next().indexOf("(") != 0;
    }

    @Override
    public void member(@Nullable String key) {
        closeParameters();
        member = new StringBuilder();
        members.put(key == null ? String.valueOf(number++) : key, member);
    }

    @Override
    public void item(BareItem item) {
        closeParameters();
        member.append(inner ? " " : "").append(text(item));
    }

    @Override
    public void parameter(String key, BareItem value) {
        parameters.put(key, text(value));
    }

    @Override
    public void innerList(boolean begins) {
        closeParameters();
        inner = begins;
        member.append(begins ? "(" : ")");
    }

    private void closeParameters() {
        if (!parameters.isEmpty()) {
            member.append(parameters);
            parameters.clear();
        }
    }

    private static String text(BareItem item) {
        return switch (item.type) {
            case INTEGER -> "i" + item.number;
            case DECIMAL -> "d" + decimal(BigDecimal.valueOf(item.number, 3));
            case STRING -> "s" + item.text;
            case TOKEN -> "t" + item.text;
            case BINARY -> "b" + base32(Base64.getDecoder().decode(item.text));
            case BOOLEAN -> "?" + item.number;
            case DATE -> "@" + item.number;
        };
    }

    private static String decimal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static String expected(JsonNode node, String type) {
        if (type.equals("item")) {
            return member(node);
        }
        Map<String, String> all = new LinkedHashMap<>();
        for (JsonNode each : node) {
            boolean keyed = type.equals("dictionary");
            all.put(keyed ? each.get(0).asText() : String.valueOf(all.size()), member(keyed ? each.get(1) : each));
        }
        return all.toString();
    }

    private static String member(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (node.get(0).isArray()) {
            text.append('(');
            node.get(0).forEach(item -> text.append(' ').append(member(item)));
            text.append(')');
        } else {
            text.append(bare(node.get(0)));
        }
        Map<String, String> all = new LinkedHashMap<>();
        node.get(1).forEach(parameter -> all.put(parameter.get(0).asText(), bare(parameter.get(1))));
        return all.isEmpty() ? text.toString() : text.append(all).toString();
    }

    private static String bare(JsonNode node) {
        if (node.isObject()) {
            String value = node.get("value").asText();
            return switch (node.get("__type").asText()) {
                case "token" -> "t" + value;
                case "binary" -> "b" + value;
                default -> "@" + value;
            };
        }
        if (node.isBoolean()) {
            return "?" + (node.asBoolean() ? 1 : 0);
        }
        if (node.isTextual()) {
            return "s" + node.asText();
        }
        return node.isIntegralNumber() ? "i" + node.asText() : "d" + decimal(node.decimalValue());
    }

    /** RFC 4648 section 6. */
    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xFF;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(held >> bits - 5 & 31));
            }
        }
        if (bits > 0) {
            text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(held << 5 - bits & 31));
        }
        while (text.length() % 8 != 0) {
            text.append('=');
        }
        return text.toString();
    }
}
