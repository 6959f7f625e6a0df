package io.policyc.simulator.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.policyc.simulator.reference.ReferenceEvaluator.Request;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One statement of a policy, with or without variables, and what it says about a request, whoever makes it. */
record ReferenceStatement(JsonNode json, boolean deny, boolean variables, Request request) {
    // Kleene's logic: "and" is the smaller one of two, "or" the larger one, "not" is minus
    static final int NO = -1;
    static final int OPEN = 0;
    static final int YES = 1;

    static int is(boolean value) {
        return value ? YES : NO;
    }

    static <T> int any(List<T> list, ToIntFunction<T> test) {
        return list.stream().mapToInt(test).max().orElse(NO);
    }

    /** Case of actions does not matter (reference_policies_elements_action, also observed). */
    int matches(String resource) {
        int matches = either("Action", pattern -> is(glob(lower(pattern), lower(request.action()), 0)));
        matches = Math.min(matches, either("Resource", pattern -> resource(pattern, resource)));
        for (Map.Entry<String, JsonNode> operator : json.path("Condition").properties()) {
            for (Map.Entry<String, JsonNode> key : operator.getValue().properties()) {
                Stream<String> wanted = list(key.getValue()).stream().map(JsonNode::asText);
                matches = Math.min(matches, condition(operator.getKey(), lower(key.getKey()), wanted.toList()));
            }
        }
        return matches;
    }

    /** One value, or several, as a list. */
    static List<JsonNode> list(JsonNode node) {
        List<JsonNode> list = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(list::add);
        return list;
    }

    /** X or NotX; a trust policy has no Resource, it is about its role. */
    private int either(String name, ToIntFunction<String> test) {
        boolean not = json.has("Not" + name);
        int any = any(list(json.path(not ? "Not" + name : name)), node -> test.applyAsInt(node.asText()));
        return not ? -any : json.has(name) ? any : YES;
    }

    /** reference_policies_elements_resource. Observed: variables in every field, no match of what one leaves short. */
    private int resource(String pattern, String resource) {
        boolean variable = variables && VARIABLE.matcher(pattern).results().anyMatch(found -> found.group(2) != null);
        int matches = test(expand(pattern), text -> (!variable || isArn(text)) && glob(text, resource, 5));
        return pattern.equals("*") ? YES : resource.equals("\uE003") ? OPEN : matches;
    }

    /**
     * One key under one operator (reference_policies_elements_condition_operators). Observed: an operator without qualifier is
     * false on every list. Open: so it is on the empty list, which only Null takes for absent; a qualifier without values
     * ignores IfExists; on Null it ignores the key.
     */
    private int condition(String name, String key, List<String> wanted) {
        String operator = name.replaceAll("^ForA\\w+:|Not|IfExists$", "");
        boolean negated = name.contains("Not");
        boolean all = name.startsWith("ForAllValues:");
        boolean set = all || name.startsWith("ForAnyValue:");
        List<String> values = request.context().values().getOrDefault(key, List.of());
        boolean unknown = request.context().unknown().contains(key);
        if (operator.equals("Null") && (set || !unknown || !values.isEmpty())) {
            return set ? is(all) : any(wanted, text -> is(text.equalsIgnoreCase("true") == values.isEmpty()));
        }
        if (unknown) {
            return OPEN;
        }
        if (!set && (values.isEmpty() || request.context().lists().contains(key))) {
            return is(!request.context().values().containsKey(key) && (negated || name.endsWith("IfExists")));
        }
        int any = any(values, value -> value(operator, negated, value, wanted) * (all ? NO : YES));
        return all ? -any : any;
    }

    /** One request value: it matches some of the wanted values, or none if the operator is negated. */
    private int value(String operator, boolean negated, String value, List<String> wanted) {
        if (operator.startsWith("Arn")) {
            return isArn(value) ? arn(negated, value, wanted) : NO; // observed
        }
        if (operator.equals("IpAddress") && requestBits(value).isEmpty()) {
            return NO; // observed
        }
        boolean string = operator.startsWith("String");
        int any = any(wanted, text -> test(string ? expand(text) : text, at -> compare(operator, value, at)));
        return negated ? -any : any;
    }

    /**
     * Scans the wanted values in order. Observed: the first that is no ARN ends the scan in favour of denial, negated or not.
     * An unresolved variable's is passed over; an unknown one's may match, may not, and may be no ARN.
     */
    private int arn(boolean negated, String value, List<String> wanted) {
        if (wanted.isEmpty()) {
            return is(negated);
        }
        int rest = arn(negated, value, wanted.subList(1, wanted.size()));
        String text = expand(wanted.get(0));
        int end = is(isArn(text) ? !negated : deny);
        int ends = test(text, arn -> !isArn(arn) || arnLike(arn, value));
        return ends == NO ? rest : ends == YES || (rest == end && end == is(!negated)) ? end : OPEN;
    }

    /** An escape, or a variable with or without a default; or what is neither (reference_policies_variables). */
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?:([*?$])|([\\p{L}\\p{N}:/_.@=+-]+)(?:, '([^'}]*)')?|[^}]*)}");

    /** In an expanded pattern U+E002 is a variable without a value, which matches nothing, and U+E003 an unknown one. */
    private static int test(String text, Predicate<String> match) {
        return text.contains("\uE002") ? NO : text.contains("\uE003") ? OPEN : is(match.test(text));
    }

    private String expand(String text) {
        Matcher found = VARIABLE.matcher(text);
        return variables ? found.replaceAll(one -> Matcher.quoteReplacement(replacement(one))) : text;
    }

    /** A value is literal; a list is not expanded, nor replaced by the default: observed. All else in braces is plain text. */
    private String replacement(MatchResult found) {
        if (found.group(2) == null) {
            return found.group(1) == null ? found.group() : literal(found.group(1));
        }
        String key = lower(found.group(2));
        String otherwise = found.group(3) == null ? "\uE002" : literal(found.group(3));
        List<String> values = request.context().values().getOrDefault(key, List.of());
        String known = values.isEmpty() ? otherwise : literal(values.get(0));
        boolean list = request.context().lists().contains(key);
        return request.context().unknown().contains(key) ? "\uE003" : list ? "\uE002" : known;
    }

    /** Other characters for `*` and `?`, which makes them stand for themselves in patterns. */
    static String literal(String text) {
        return text.replace('*', '\uE000').replace('?', '\uE001');
    }

    /**
     * Matches the whole value: `*` is any run, `?` one UTF-16 unit (observed). While so many colons of the pattern are
     * still ahead, a wildcard matches no colon, unless it is a `*` that ends its segment (IAM User Guide, reference-arns).
     */
    static boolean glob(String pattern, String value, int colons) {
        if (pattern.isEmpty() || value.isEmpty()) {
            return value.isEmpty() && pattern.replace("*", "").isEmpty();
        }
        boolean stops = colons > 0 && value.charAt(0) == ':' && !pattern.matches("(?s)\\*(:.*)?");
        String rest = pattern.substring(1);
        String next = value.substring(1);
        return switch (pattern.charAt(0)) {
            case '*' -> glob(rest, value, colons) || (!stops && glob(pattern, next, colons));
            case '?' -> !stops && glob(rest, next, colons);
            case ':' -> value.charAt(0) == ':' && glob(rest, next, colons - 1);
            default -> literal(value.substring(0, 1)).charAt(0) == pattern.charAt(0) && glob(rest, next, colons);
        };
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static boolean isArn(String text) {
        return text.startsWith("arn:") && text.split(":", 6).length == 6;
    }

    static boolean arnLike(String pattern, String arn) {
        String[] fields = arn.split(":", 6);
        String[] patterns = pattern.split(":", 6);
        return IntStream.range(0, 6).allMatch(field -> glob(patterns[field], fields[field], 0));
    }

    /**
     * Observed: case is ignored without a locale, but not of characters beyond U+FFFF; what is no number or no date equals
     * nothing; everything but "true" is false; base64 is padded and canonical, so that equal texts are equal bytes.
     */
    static boolean compare(String operator, String value, String wanted) {
        String basic = "[\\x{0}-\\x{FFFF}]";
        String base64 = "(?:@{4})*(?:@[AQgw]==|@{2}[AEIMQUYcgkosw048]=)?".replace("@", "[A-Za-z0-9+/]");
        return switch (operator) {
            case "StringLike" -> glob(wanted, value, 0);
            case "StringEquals" -> literal(wanted).equals(literal(value));
            case "StringEqualsIgnoreCase" ->
                lower(literal(wanted)).equals(lower(literal(value)))
                        && wanted.replaceAll(basic, "").equals(value.replaceAll(basic, ""));
            case "Bool" -> value.equalsIgnoreCase("true") == wanted.equalsIgnoreCase("true");
            case "BinaryEquals" -> value.equals(wanted) && wanted.matches(base64);
            case "IpAddress" -> contains(wanted, requestBits(value));
            default -> ordered(operator, value, wanted);
        };
    }

    private static boolean ordered(String operator, String value, String wanted) {
        boolean date = operator.startsWith("Date");
        Optional<BigDecimal> one = date ? millis(value) : number(value);
        Optional<BigDecimal> other = date ? millis(wanted) : number(wanted);
        int order = one.isEmpty() || other.isEmpty() ? 2 : one.get().compareTo(other.get());
        return (order == -1 && operator.contains("Less"))
                || (order == 0 && operator.endsWith("Equals"))
                || (order == 1 && operator.contains("Greater"));
    }

    /** Exact decimals (observed); an exponent beyond five digits is malformed here. */
    private static Optional<BigDecimal> number(String text) {
        boolean valid = text.matches("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?0*\\d{1,5})?");
        return valid ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** Milliseconds since 1970, the rest cut off; no zone is UTC, and digits are seconds (observed), four a year here. */
    private static Optional<BigDecimal> millis(String text) {
        if (text.matches("\\+?\\d{1,12}") && !text.matches("\\d{4}")) {
            return number(text + "e3");
        }
        boolean day = text.matches("\\d{4}(?:-\\d\\d){0,2}");
        String zoned = (day ? text + "-01-01".substring(text.length() - 4) + "T00:00" : text) + "Z";
        String time = zoned.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)Z$", "$1").replaceFirst("(\\.\\d{3})\\d+", "$1");
        String form = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)";
        try {
            return time.matches(form)
                    ? number("" + OffsetDateTime.parse(time).toInstant().toEpochMilli())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The 32 or 128 bits of an address in a request, none if it is malformed. An IPv4-mapped one is the IPv4 address. */
    static String requestBits(String address) {
        String bits = bits(address.replaceFirst("^::(?i:ffff):(?=.*\\.)", ""));
        return bits.matches("0{80}1{16}[01]{32}") ? bits.substring(96) : bits;
    }

    /** Host bits are ignored in an IPv4 network, while an IPv6 network with host bits contains nothing. */
    static boolean contains(String network, String addressBits) {
        Matcher parts = Pattern.compile("([^/]*)(?:/\\+?0*(\\d{1,3}))?").matcher(network);
        String bits = parts.matches() ? bits(parts.group(1)) : "";
        int length = bits.isEmpty() || parts.group(2) == null ? bits.length() : Integer.parseInt(parts.group(2));
        return bits.length() == addressBits.length()
                && length <= bits.length()
                && addressBits.startsWith(bits.substring(0, length))
                && (bits.length() == 32 || !bits.substring(length).contains("1"));
    }

    /** IPv4 has four decimals, IPv6 eight groups; "::" stands for groups of zeros, and odd colons count less (observed). */
    private static String bits(String address) {
        if (address.matches("@(?:\\.@){3}".replace("@", "(?:[01]?\\d?\\d|2[0-4]\\d|25[0-5])"))) {
            return bits(address.split("\\."), 10, 8);
        }
        String started = address.replaceFirst("^:(?!:)", "0:").replaceFirst("([^:]):$", "$1");
        String plain = started.replaceFirst("(?<!:):::(?!:)", "::");
        String padded = plain.replaceFirst("^::", "0::").replaceFirst("::$", "::0");
        int zeros = Math.max(8 - padded.split(":+").length, padded.equals(plain) ? 1 : 0);
        String full = padded.replaceFirst("::", ":" + "0:".repeat(zeros));
        return full.matches("\\p{XDigit}{1,4}(?::\\p{XDigit}{1,4}){7}") ? bits(full.split(":"), 16, 16) : "";
    }

    private static String bits(String[] groups, int radix, int width) {
        return Stream.of(groups)
                .map(group -> Integer.toBinaryString((1 << width) + Integer.parseInt(group, radix))
                        .substring(1))
                .collect(Collectors.joining());
    }
}
