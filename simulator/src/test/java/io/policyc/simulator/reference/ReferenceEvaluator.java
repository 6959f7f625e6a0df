package io.policyc.simulator.reference;

import static io.policyc.simulator.reference.ReferenceValues.fields;
import static io.policyc.simulator.reference.ReferenceValues.foldCase;
import static io.policyc.simulator.reference.ReferenceValues.glob;
import static io.policyc.simulator.reference.ReferenceValues.isBase64;
import static io.policyc.simulator.reference.ReferenceValues.isTrue;
import static io.policyc.simulator.reference.ReferenceValues.lower;
import static io.policyc.simulator.reference.ReferenceValues.millis;
import static io.policyc.simulator.reference.ReferenceValues.number;
import static io.policyc.simulator.reference.ReferenceValues.ordered;
import static io.policyc.simulator.reference.ReferenceValues.plain;
import static io.policyc.simulator.reference.ReferenceValues.text;
import static io.policyc.simulator.reference.ReferenceValues.units;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.policyc.simulator.reference.ReferenceValues.Ip;
import io.policyc.simulator.reference.ReferenceValues.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides a request against service control policies the slow and obvious way, as the yardstick for the real evaluator.
 *
 * <p>Every statement is read again for every resource, nothing is cached and nothing stops early, so an unknown
 * operator throws wherever it stands. Where AWS was observed (September 2026) to answer other than its documentation
 * says, the observation is followed. Principals that SCPs do not restrict are not this class's concern.
 */
public final class ReferenceEvaluator {

    /** What the policies say; of several resources' outcomes the one named first here is that of the request. */
    public enum Outcome {
        EXPLICIT_DENY,
        UNDETERMINED,
        IMPLICIT_DENY,
        ALLOWED
    }

    /** The place of a statement: three indices from zero, a lone statement object being number zero. */
    public record StatementIndex(int level, int policy, int statement) {}

    /** What may come out, with the statements that surely matched and brought it about (empty unless allowed or denied). */
    public record Decision(Set<Outcome> possible, Set<StatementIndex> deciding) {
        public Outcome outcome() {
            return possible.size() == 1 ? possible.iterator().next() : Outcome.UNDETERMINED;
        }
    }

    /** The decision for the whole request, and for each resource in the order of the request. */
    public record Answer(Decision combined, List<Decision> perResource) {}

    /** The value of a context key; a key that is absent from the request is absent from the map. */
    public sealed interface Key {
        record One(String value) implements Key {}

        record Many(List<String> values) implements Key {}

        /** Nothing is known: the key may hold anything, or be absent. */
        record Unknown() implements Key {}
    }

    /**
     * A request. Key names ignore case. {@code multivalued} declares the type of keys; an undeclared key has the type
     * its value suggests.
     */
    public record Request(
            String action, List<String> resources, Map<String, Key> context, Map<String, Boolean> multivalued) {
        public Request {
            context = lowerCaseNames(context);
            multivalued = lowerCaseNames(multivalued);
        }

        private static <V> Map<String, V> lowerCaseNames(Map<String, V> map) {
            return map.entrySet().stream().collect(Collectors.toMap(e -> lower(e.getKey()), Map.Entry::getValue));
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The version of a policy that names none; it has no variables (reference_policies_elements_version). */
    private static final String OLD = "2008-10-17";

    private final Request request;
    private final boolean deny;
    private final boolean variables;

    /** An evaluator of one statement, which has an effect and is in a policy with or without variables. */
    private ReferenceEvaluator(Request request, boolean deny, boolean variables) {
        this.request = request;
        this.deny = deny;
        this.variables = variables;
    }

    /** Evaluates the SCPs of each level, from root to account; a request without a resource type is on `*`. */
    public static Answer evaluate(List<List<String>> levels, Request request) {
        if (request.resources().isEmpty()) {
            throw new IllegalArgumentException("a request needs a resource");
        }
        List<Decision> decisions = request.resources().stream()
                .map(resource -> decide(levels, request, resource))
                .toList();
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        decisions.forEach(d -> possible.addAll(d.possible()));
        decisions.forEach(d -> possible.removeIf(o -> o.compareTo(Collections.max(d.possible())) > 0));
        Set<StatementIndex> deciding = new LinkedHashSet<>();
        decisions.stream().filter(d -> d.possible().equals(possible)).forEach(d -> deciding.addAll(d.deciding()));
        return new Answer(new Decision(possible, deciding), decisions);
    }

    // Levels and statements

    /**
     * A Deny anywhere wins, and every level needs an Allow of its own (Organizations User Guide,
     * orgs_manage_policies_scps_evaluation).
     */
    private static Decision decide(List<List<String>> levels, Request request, String resource) {
        Set<StatementIndex> allows = new LinkedHashSet<>();
        Set<StatementIndex> denies = new LinkedHashSet<>();
        Truth denied = Truth.FALSE;
        Truth allowed = Truth.TRUE;
        for (int level = 0; level < levels.size(); level++) {
            Truth allowedHere = Truth.FALSE;
            for (int policy = 0; policy < levels.get(level).size(); policy++) {
                JsonNode document = parse(levels.get(level).get(policy));
                boolean variables = isSecond(document.path("Version").asText(OLD), OLD, "2012-10-17");
                List<JsonNode> statements = list(document, "Statement");
                for (int index = 0; index < statements.size(); index++) {
                    JsonNode statement = statements.get(index);
                    boolean deny = isSecond(statement.path("Effect").asText(), "Allow", "Deny");
                    Truth matches = new ReferenceEvaluator(request, deny, variables).statement(statement, resource);
                    if (deny) {
                        denied = denied.or(matches);
                    } else {
                        allowedHere = allowedHere.or(matches);
                    }
                    if (matches == Truth.TRUE) {
                        (deny ? denies : allows).add(new StatementIndex(level, policy, index));
                    }
                }
            }
            allowed = allowed.and(allowedHere);
        }
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        possible.addAll(denied == Truth.FALSE ? Set.of() : Set.of(Outcome.EXPLICIT_DENY));
        possible.addAll(denied == Truth.TRUE || allowed == Truth.TRUE ? Set.of() : Set.of(Outcome.IMPLICIT_DENY));
        possible.addAll(allowed.and(denied.not()) == Truth.FALSE ? Set.of() : Set.of(Outcome.ALLOWED));
        boolean allow = possible.equals(Set.of(Outcome.ALLOWED));
        return new Decision(possible, denied == Truth.TRUE ? denies : allow ? allows : Set.of());
    }

    private static boolean isSecond(String text, String first, String second) {
        if (!text.equals(first) && !text.equals(second)) {
            throw new IllegalArgumentException("neither " + first + " nor " + second + ": " + text);
        }
        return text.equals(second);
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON policy", e);
        }
    }

    /** A member that may be a single value or a list, as a list. */
    private static List<JsonNode> list(JsonNode parent, String name) {
        JsonNode node = parent.path(name);
        if (node.isMissingNode() || node.isNull()) {
            throw new IllegalArgumentException("no " + name + " in " + parent);
        }
        List<JsonNode> nodes = new ArrayList<>();
        (node.isArray() ? node : List.of(node)).forEach(nodes::add);
        return nodes;
    }

    /** Such a list of texts; JSON numbers and booleans count as their text. */
    private static List<String> texts(JsonNode parent, String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode node : list(parent, name)) {
            if (!node.isValueNode() || node.isNull()) {
                throw new IllegalArgumentException(name + " holds something else than texts in " + parent);
            }
            texts.add(node.asText());
        }
        return texts;
    }

    private static Set<Map.Entry<String, JsonNode>> members(JsonNode node) {
        if (!node.isObject() && !node.isMissingNode()) {
            throw new IllegalArgumentException("not an object: " + node);
        }
        return node.properties();
    }

    /** Kleene's logic: false beats unknown beats true in a conjunction. */
    private enum Truth {
        FALSE,
        UNKNOWN,
        TRUE;

        static Truth of(boolean value) {
            return value ? TRUE : FALSE;
        }

        Truth and(Truth other) {
            return compareTo(other) <= 0 ? this : other;
        }

        Truth or(Truth other) {
            return compareTo(other) >= 0 ? this : other;
        }

        Truth not() {
            return this == UNKNOWN ? this : of(this == FALSE);
        }
    }

    private Truth statement(JsonNode statement, String resource) {
        Truth matches = either(statement, "Action", pattern -> Truth.of(action(pattern)))
                .and(either(statement, "Resource", pattern -> resource(pattern, resource)));
        for (Map.Entry<String, JsonNode> block : members(statement.path("Condition"))) {
            Operator operator = Operator.of(block.getKey());
            for (Map.Entry<String, JsonNode> test : members(block.getValue())) {
                List<String> wanted = texts(block.getValue(), test.getKey());
                matches = matches.and(condition(operator, lower(test.getKey()), wanted));
            }
        }
        return matches;
    }

    /** The element X or NotX: some pattern of the list matches, or none does. */
    private Truth either(JsonNode statement, String name, Function<String, Truth> test) {
        boolean negated = statement.has("Not" + name);
        if (negated == statement.has(name)) {
            throw new IllegalArgumentException("not exactly one of " + name + " and Not" + name);
        }
        Truth any = texts(statement, negated ? "Not" + name : name).stream()
                .map(test)
                .reduce(Truth.FALSE, Truth::or);
        return negated ? any.not() : any;
    }

    /** IAM User Guide, reference_policies_elements_action; case ignored also as observed, September 2026. */
    private boolean action(String pattern) {
        return glob(plain(lower(pattern)), lower(request.action()), false);
    }

    /**
     * Resource patterns (IAM User Guide, reference_policies_elements_resource). Observed, September 2026: variables
     * work in every field, and an ARN that a variable leaves short matches nothing. An unresolved variable makes
     * its pattern match nothing in NotResource too (reference_policies_variables, variables with no value).
     */
    private Truth resource(String pattern, String resource) {
        Expanded expanded = expand(pattern);
        return expanded.test(
                units -> !(expanded.variable() && fields(units).size() < 6) && glob(units, resource, true));
    }

    /**
     * One key under one operator. Absent keys: IAM User Guide, reference_policies_elements_condition_operators; that a
     * scalar operator is false on every list was observed, September 2026. Where neither speaks: a scalar operator is
     * false on the empty list too, and only Null takes that for an absent key; a set qualifier without values ignores
     * IfExists; a set qualifier on Null ignores the key, even an unknown one (Access Analyzer, NULL_WITH_QUALIFIER).
     */
    private Truth condition(Operator operator, String name, List<String> wanted) {
        Optional<Key> key = lookup(name);
        boolean all = operator.set().equals("ForAllValues");
        boolean set = !operator.set().isEmpty();
        if (operator.base().equals("Null") && set) {
            return Truth.of(all);
        }
        if (key.isPresent() && key.get() instanceof Key.Unknown) {
            return Truth.UNKNOWN;
        }
        List<String> values = key.map(ReferenceEvaluator::values).orElse(List.of());
        if (operator.base().equals("Null")) {
            return Truth.of(wanted.stream().anyMatch(text -> isTrue(text) == values.isEmpty()));
        }
        if (set) {
            Truth result = Truth.of(all);
            for (String value : values) {
                Truth holds = value(operator, value, wanted);
                result = all ? result.and(holds) : result.or(holds);
            }
            return result;
        }
        if (key.isEmpty()) {
            return Truth.of(operator.ifExists() || operator.negated());
        }
        return key.get() instanceof Key.Many ? Truth.FALSE : value(operator, values.get(0), wanted);
    }

    /** One request value: it matches some of the wanted values, or none if the operator is negated. */
    private Truth value(Operator operator, String value, List<String> wanted) {
        if (operator.base().startsWith("Arn")) {
            return arn(operator, value, wanted);
        }
        if (operator.base().equals("IpAddress") && Ip.ofRequest(value).isEmpty()) {
            return Truth.FALSE; // observed, September 2026: also for NotIpAddress
        }
        Truth any = Truth.FALSE;
        for (String text : wanted) {
            any = any.or(compare(operator.base(), value, text));
        }
        return operator.negated() ? any.not() : any;
    }

    /**
     * A malformed number or date, on either side, equals nothing, so the negated operators match it (observed,
     * September 2026); that it precedes nothing is assumed. Of these operators only String ones take variables.
     */
    private Truth compare(String operator, String value, String wanted) {
        if (operator.startsWith("String")) {
            return expand(wanted).test(units -> switch (operator) {
                case "StringLike" -> glob(units, value, false);
                case "StringEquals" -> text(units).equals(value);
                default -> foldCase(text(units)).equals(foldCase(value));
            });
        }
        return Truth.of(
                switch (operator) {
                    case "Bool" -> isTrue(value) == isTrue(wanted);
                    case "BinaryEquals" -> isBase64(wanted) && value.equals(wanted);
                    case "IpAddress" -> Ip.contains(wanted, Ip.ofRequest(value).orElseThrow());
                    default ->
                        operator.startsWith("Numeric")
                                ? ordered(operator.substring(7), number(value), number(wanted))
                                : ordered(operator.substring(4), millis(value), millis(wanted));
                });
    }

    /**
     * ARN operators scan the wanted values in order. As observed in September 2026, a request value that is no ARN
     * never matches, and the first pattern that is none ends the scan in favour of denial: false in an Allow, true
     * in a Deny, negated or not. An unresolved variable's pattern is passed over.
     *
     * <p>A pattern with an unknown variable may match, may not, and may be malformed unless the rest of its text
     * rules that out; the result is unknown if these ways of going on disagree.
     */
    private Truth arn(Operator operator, String value, List<String> wanted) {
        String[] actual = value.split(":", 6);
        if (actual.length < 6 || !actual[0].equals("arn")) {
            return Truth.FALSE;
        }
        Set<Truth> possible = EnumSet.noneOf(Truth.class);
        boolean ended = false;
        for (int i = 0; i < wanted.size() && !ended; i++) {
            Expanded expanded = expand(wanted.get(i));
            if (expanded.unresolved()) {
                continue;
            }
            List<List<Unit>> fields = fields(expanded.units());
            boolean malformed = fields.size() < 6 || !text(fields.get(0)).equals("arn");
            boolean matches = !malformed;
            for (int field = 0; field < 6 && matches && !expanded.unknown(); field++) {
                matches = glob(fields.get(field), actual[field], false);
            }
            if (malformed) {
                possible.add(Truth.of(deny));
            }
            if (matches || expanded.unknown()) {
                possible.add(Truth.of(!operator.negated()));
            }
            ended = (malformed || matches) && !expanded.unknown();
        }
        if (!ended) {
            possible.add(Truth.of(operator.negated()));
        }
        return possible.size() == 1 ? possible.iterator().next() : Truth.UNKNOWN;
    }

    // Policy variables

    /** A pattern after its variables were replaced, and what became of them. */
    private record Expanded(List<Unit> units, boolean variable, boolean unresolved, boolean unknown) {
        /** Whether it matches: surely not with an unresolved variable, else perhaps with an unknown one. */
        Truth test(Predicate<List<Unit>> match) {
            return unresolved ? Truth.FALSE : unknown ? Truth.UNKNOWN : Truth.of(match.test(units));
        }
    }

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("([\\p{L}\\p{N}:/_.@=+-]+)(?:, '([^']*)')?");

    /**
     * Replaces variables by their text, which is literal (IAM User Guide, reference_policies_variables). Observed,
     * September 2026: the default serves an absent key, but never a multivalued one, which is not expanded. Braces
     * around anything else are ordinary text, wildcards and all.
     */
    private Expanded expand(String policyText) {
        if (!variables) {
            return new Expanded(plain(policyText), false, false, false);
        }
        List<Unit> units = new ArrayList<>();
        boolean variable = false;
        boolean unresolved = false;
        boolean unknown = false;
        Matcher reference = REFERENCE.matcher(policyText);
        int end = 0;
        while (reference.find()) {
            units.addAll(plain(policyText.substring(end, reference.start())));
            end = reference.end();
            Matcher parts = VARIABLE.matcher(reference.group(1));
            if (Set.of("*", "?", "$").contains(reference.group(1))) {
                units.addAll(units(reference.group(1), true));
            } else if (!parts.matches()) {
                units.addAll(plain(reference.group()));
            } else {
                variable = true;
                Optional<Key> key = lookup(lower(parts.group(1)));
                if (key.isPresent() && key.get() instanceof Key.Unknown) {
                    unknown = true;
                    units.add(new Unit('?', true)); // holds the place: neither a colon nor part of "arn"
                } else if (key.isPresent() && key.get() instanceof Key.One one) {
                    units.addAll(units(one.value(), true));
                } else if (key.isEmpty() && parts.group(2) != null) {
                    units.addAll(units(parts.group(2), true));
                } else {
                    unresolved = true;
                }
            }
        }
        units.addAll(plain(policyText.substring(end)));
        return new Expanded(units, variable, unresolved, unknown);
    }

    /**
     * A key in the shape of its declared type, which alone decides (observed, September 2026). An unknown key stays
     * unknown; a single-valued key with an empty list is absent, and with several values an error.
     */
    private Optional<Key> lookup(String name) {
        Key key = request.context().get(name);
        Boolean multivalued = request.multivalued().get(name);
        if (key == null || multivalued == null || key instanceof Key.Unknown) {
            return Optional.ofNullable(key);
        }
        List<String> values = values(key);
        if (multivalued) {
            return Optional.of(new Key.Many(values));
        }
        if (values.size() > 1) {
            throw new IllegalArgumentException("several values for the single-valued key " + name);
        }
        return values.stream().<Key>map(Key.One::new).findFirst();
    }

    private static List<String> values(Key key) {
        return key instanceof Key.Many many ? many.values() : List.of(((Key.One) key).value());
    }

    /** A condition operator taken apart; {@code base} is its positive form. Names are exact. */
    private record Operator(String set, String base, boolean negated, boolean ifExists) {
        private static final Pattern NAME = Pattern.compile("(?:(ForAllValues|ForAnyValue):)?(\\w+?)(IfExists)?");
        private static final Set<String> POSITIVE = Set.of(
                ("StringEquals StringEqualsIgnoreCase StringLike NumericEquals NumericLessThan NumericLessThanEquals "
                                + "NumericGreaterThan NumericGreaterThanEquals DateEquals DateLessThan "
                                + "DateLessThanEquals DateGreaterThan DateGreaterThanEquals Bool BinaryEquals "
                                + "IpAddress ArnEquals ArnLike Null")
                        .split(" "));
        private static final Set<String> NEGATED = Set.of(
                ("StringNotEquals StringNotEqualsIgnoreCase StringNotLike NumericNotEquals DateNotEquals NotIpAddress "
                                + "ArnNotEquals ArnNotLike")
                        .split(" "));

        static Operator of(String name) {
            Matcher parts = NAME.matcher(name);
            boolean ifExists = parts.matches() && parts.group(3) != null;
            boolean negated = parts.matches() && NEGATED.contains(parts.group(2));
            String base = !parts.matches() ? "" : negated ? parts.group(2).replace("Not", "") : parts.group(2);
            if (!POSITIVE.contains(base) || (base.equals("Null") && ifExists)) {
                throw new IllegalArgumentException("unknown condition operator: " + name);
            }
            return new Operator(parts.group(1) == null ? "" : parts.group(1), base, negated, ifExists);
        }
    }
}
