package io.policyc.intent;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.policyc.policy.Arn;
import io.policyc.policy.Comparison;
import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.PolicyVersion;
import io.policyc.policy.SampleValues;
import io.policyc.policy.ValueTemplate;
import io.policyc.policy.ValueTemplate.AnyRun;
import io.policyc.policy.ValueTemplate.AnyUnit;
import io.policyc.policy.ValueTemplate.Literal;
import io.policyc.policy.ValueTemplate.Part;
import io.policyc.policy.ValueTemplate.Variable;
import io.policyc.request.ContextValue;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.Literals;
import io.policyc.vocabulary.ContextKeys;
import io.policyc.vocabulary.KeyType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes requests near to an intent: every key that it looks at is settled, with a value that it names, one that
 * misses by little, any other one, or none. Values are well-formed for the declared type of their key, and only multivalued
 * keys hold lists.
 */
public final class NearRequests {
    /** Part of every request: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html>. */
    private static final ConditionKey CURRENT_TIME = ConditionKey.of("aws:CurrentTime");

    private final ListMultimap<ConditionKey, String> values =
            MultimapBuilder.linkedHashKeys().arrayListValues().build();

    private NearRequests(Intent intent) {
        for (IntentRule rule : intent.rules()) {
            rule.resource().patterns().forEach(this::addVariables);
            rule.when().accept(new Collector());
            rule.unless().forEach(entry -> entry.inForce().accept(new Collector()));
        }
    }

    /** Requests near to the intent; the same ones for the same seed. Not shrunk: the intent is what matters. */
    public static List<Request> of(Intent intent, int count, long seed) {
        NearRequests near = new NearRequests(intent);
        Random random = new Random(seed);
        return Stream.generate(() -> near.request(random)).limit(count).toList();
    }

    private Request request(Random random) {
        Map<ConditionKey, ContextValue> context = new LinkedHashMap<>();
        for (ConditionKey key : values.keySet()) {
            context.put(key, settled(key, random));
        }
        List<String> resources = Stream.generate(() -> one(SampleValues.RESOURCES, random))
                .limit(1 + random.nextInt(2))
                .toList();
        return Request.builder(
                        IamUser.of("111122223333", "alice", Credentials.LONG_LIVED), one(SampleValues.ACTIONS, random))
                .resources(resources)
                .build()
                .with(context);
    }

    private ContextValue settled(ConditionKey key, Random random) {
        if (!key.equals(CURRENT_TIME) && random.nextInt(4) == 0) {
            return ContextValue.ABSENT;
        }
        if (!ContextKeys.typeOf(key).map(KeyType::multivalued).orElse(false)) {
            return ContextValue.of(value(key, random));
        }
        return ContextValue.listOf(Stream.generate(() -> value(key, random))
                .limit(random.nextInt(4))
                .toList());
    }

    /** Mostly one that the intent names, or that is near to it. */
    private String value(ConditionKey key, Random random) {
        Family family =
                ContextKeys.typeOf(key).map(type -> type.values().family()).orElse(Family.STRING);
        List<String> named = values.get(key);
        List<String> near = random.nextInt(4) == 0 ? List.of() : near(one(named, random), family);
        List<String> wellFormed =
                near.stream().filter(value -> isWellFormed(value, family)).toList();
        return one(wellFormed.isEmpty() ? pool(family).asList() : wellFormed, random);
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    private static ImmutableSet<String> pool(Family family) {
        return switch (family) {
            case ARN ->
                ImmutableSet.of(
                        "arn:aws:iam::111122223333:role/admin",
                        "arn:aws:iam::444455556666:role/team/admin",
                        "arn:aws:iam::111122223333:user/alice",
                        "arn:aws:iam::111122223333:root",
                        "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/eu-west-1/"
                                + "AWSReservedSSO_AdministratorAccess_0123456789abcdef");
            case IP -> ImmutableSet.of("203.0.113.7", "203.0.114.7", "10.1.2.3", "2001:db8::7", "::ffff:203.0.113.7");
            case NUMERIC -> ImmutableSet.of("0", "7", "10", "1000", "-3", "10.5");
            case DATE -> ImmutableSet.of("2026-01-01T00:00:00Z", "2026-06-30T12:00:00.5Z", "2027-03-31", "1767225601");
            case BOOL -> ImmutableSet.of("true", "false");
            case STRING, BINARY, NULL -> ImmutableSet.of("alice", "red", "team", "cost-center", "", "true", "10");
        };
    }

    /** Texts that the template matches, and texts that it misses by one character, letter case, unit or field. */
    private static List<String> near(String template, Family family) {
        List<String> near = new ArrayList<>();
        String concrete = concrete(template, "");
        near.add(concrete);
        near.add(concrete(template, "x"));
        near.add(concrete(template, "a/b:c"));
        switch (family) {
            case NUMERIC -> numbersNear(concrete, near);
            case DATE -> datesNear(concrete, near);
            case IP -> addressesNear(concrete, near);
            case ARN -> {
                near.add(concrete.replace("111122223333", "444455556666"));
                near.add(concrete.replace("role/", "user/"));
                near.add(concrete.replace("::", "::x:role/"));
                near.add(concrete + "x");
            }
            case STRING, BOOL, BINARY, NULL -> {
                near.add(concrete.toUpperCase(Locale.ROOT));
                near.add(concrete + "x");
                near.add(concrete.isEmpty() ? "y" : concrete.substring(1));
            }
        }
        return near;
    }

    private static void numbersNear(String text, List<String> near) {
        if (Literals.isWellFormed(new ValueTemplate(text), Comparison.NUMERIC_EQUALS)) {
            BigDecimal number = new BigDecimal(text);
            near.add(number.add(BigDecimal.ONE).toPlainString());
            near.add(number.subtract(BigDecimal.ONE).toPlainString());
            near.add(number.toPlainString() + (text.contains(".") ? "0" : ""));
        }
    }

    private static void datesNear(String text, List<String> near) {
        try {
            Instant instant = Instant.parse(text);
            near.add(instant.plusSeconds(1).toString());
            near.add(instant.minusMillis(1).toString());
            near.add(String.valueOf(instant.getEpochSecond()));
        } catch (DateTimeParseException e) {
            near.add("2026-01-01T00:00:00.001Z");
        }
    }

    private static void addressesNear(String network, List<String> near) {
        String address = network.split("/", 2)[0];
        near.add(address);
        near.add(address.endsWith("::") ? address + "7" : address.replaceAll("[0-9a-f]$", "9"));
        near.add(address.replaceFirst("^[0-9]", "3"));
    }

    private static boolean isWellFormed(String value, Family family) {
        ValueTemplate literal = new ValueTemplate(value);
        return switch (family) {
            case ARN -> Arn.fields(value).isPresent();
            case IP -> !value.contains("/") && Literals.isWellFormed(literal, Comparison.IP_ADDRESS);
            case NUMERIC -> Literals.isWellFormed(literal, Comparison.NUMERIC_EQUALS);
            case DATE -> Literals.isWellFormed(literal, Comparison.DATE_EQUALS);
            case BOOL -> value.equals("true") || value.equals("false");
            case STRING, BINARY, NULL -> true;
        };
    }

    /** What a template matches, with a text in the place of each star. */
    private static String concrete(String template, String run) {
        StringBuilder text = new StringBuilder();
        for (Part part : new ValueTemplate(template).parts(PolicyVersion.V2012_10_17)) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof AnyRun) {
                text.append(run);
            } else if (part instanceof AnyUnit) {
                text.append('a');
            } else {
                text.append("alice");
            }
        }
        return text.toString();
    }

    private void addVariables(ValueTemplate template) {
        for (Part part : template.parts(PolicyVersion.V2012_10_17)) {
            if (part instanceof Variable variable
                    && ConditionKey.isValid(variable.key().spelling())) {
                values.put(variable.key(), "alice");
            }
        }
    }

    /** Every key that an expression looks at, with the values that it names. */
    private final class Collector implements Expression.Visitor<Boolean> {
        @Override
        public Boolean all(Expression.All all) {
            all.parts().forEach(part -> part.accept(this));
            return true;
        }

        @Override
        public Boolean any(Expression.Any any) {
            any.parts().forEach(part -> part.accept(this));
            return true;
        }

        @Override
        public Boolean not(Expression.Not not) {
            return not.part().accept(this);
        }

        @Override
        public Boolean test(Expression.Test test) {
            Condition condition = test.condition();
            condition.values().forEach(value -> {
                values.put(condition.key(), value.text());
                addVariables(value);
            });
            return true;
        }
    }
}
