package io.policyc.imports;

import io.policyc.policy.Comparison.Family;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.ValueTemplate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Something that fits in the place of a value that nobody has filled in yet, so that the rules around it can be compiled:
 * another text for each value, of the form that its operator wants.
 */
final class Samples {
    private final Map<String, Family> families = new HashMap<>();
    private final ImportedValues values;

    private Samples(ImportedValues values) {
        this.values = values;
    }

    static Samples of(PolicyDocument document, ImportedValues values) {
        Samples samples = new Samples(values);
        document.statements().forEach(statement -> statement.conditions().forEach(samples::note));
        return samples;
    }

    /** Only a value that is the whole text has to have a form. */
    private void note(Condition condition) {
        condition.values().stream()
                .map(ValueTemplate::text)
                .map(values::named)
                .forEach(text -> families.putIfAbsent(
                        text, condition.operator().comparison().family()));
    }

    String sample(ImportedValue value) {
        int number = values.number(value);
        return switch (families.getOrDefault(value.reference(), Family.STRING)) {
            case IP -> "10." + (number / 256 % 256) + "." + (number % 256) + ".0/24";
            case DATE -> String.format(Locale.ROOT, "20%02d-01-01T00:00:00Z", number % 100);
            case NUMERIC -> String.valueOf(number);
            case BOOL, NULL -> "true";
            case BINARY -> "AAAA";
            case ARN -> "arn:aws:iam::" + account(number) + ":role/sample";
            case STRING -> account(number);
        };
    }

    private static String account(int number) {
        return String.format(Locale.ROOT, "%012d", 111_122_223_333L + number);
    }
}
