package io.policyc.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import io.policyc.node.SourceFiles;
import io.policyc.policy.ActionPattern;
import io.policyc.policy.Condition;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How large policies are, and what they are made of: figures only, nothing of their text. */
public final class PolicyProfile {
    private final List<Integer> characters = new ArrayList<>();
    private final List<Integer> statements = new ArrayList<>();
    private final List<Integer> actions = new ArrayList<>();
    private final List<Integer> services = new ArrayList<>();
    private final List<Integer> resources = new ArrayList<>();
    private final List<Integer> conditions = new ArrayList<>();
    private final List<Integer> values = new ArrayList<>();
    private final Multiset<String> actionForms = LinkedHashMultiset.create();
    private final Multiset<String> resourceForms = LinkedHashMultiset.create();
    private final Multiset<String> operators = LinkedHashMultiset.create();

    private PolicyProfile() {}

    /** Prints the profile of the SCPs under a folder; without one, of the generated policies. What cannot be read is left out. */
    public static void main(String... args) throws IOException {
        if (args.length == 0) {
            System.out.print(of(Policies.generatedDocuments()).text());
            return;
        }
        List<PolicyDocument> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(args[0]))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                SourceFiles.read(file)
                        .then(text -> PolicyReader.read(file.toString(), text, PolicyType.SERVICE_CONTROL_POLICY))
                        .value()
                        .ifPresent(policy -> documents.add(policy.document()));
            }
        }
        System.out.print(documents.size() + " policies\n" + of(documents).text());
    }

    static PolicyProfile of(Iterable<PolicyDocument> documents) {
        PolicyProfile profile = new PolicyProfile();
        documents.forEach(profile::count);
        return profile;
    }

    private void count(PolicyDocument document) {
        characters.add(PolicyWriter.minified(document).length());
        statements.add(document.statements().size());
        document.statements().forEach(this::count);
    }

    private void count(Statement statement) {
        ImmutableList<ActionPattern> patterns = statement.action().patterns();
        actions.add(patterns.size());
        services.add((int) patterns.stream()
                .map(pattern -> pattern.text().replaceFirst(":.*", ""))
                .distinct()
                .count());
        patterns.forEach(pattern -> actionForms.add(form(pattern.text())));
        statement.resource().ifPresent(resource -> {
            resources.add(resource.patterns().size());
            resource.patterns().forEach(one -> resourceForms.add(one.text().equals("*") ? "`*`" : "ARN"));
        });
        conditions.add(statement.conditions().size());
        for (Condition condition : statement.conditions()) {
            values.add(condition.values().size());
            operators.add(condition.operator().word());
        }
    }

    private static String form(String action) {
        if (action.indexOf('*') < 0) {
            return "by name";
        }
        return action.equals("*") ? "`*`" : action.endsWith(":*") ? "`service:*`" : "other wildcards";
    }

    /** Rows of a table: smallest, median, upper quartile, upper tenth, largest, mean. */
    String text() {
        return row("characters a policy", characters)
                + row("statements a policy", statements)
                + row("actions a statement", actions)
                + row("services a statement", services)
                + row("resources a statement", resources)
                + row("conditions a statement", conditions)
                + row("values a condition", values)
                + shares("actions", actionForms)
                + shares("resources", resourceForms)
                + shares("operators", operators);
    }

    double mean(Figure figure) {
        return mean(numbers(figure));
    }

    int median(Figure figure) {
        return quantile(numbers(figure), 0.5);
    }

    /** What the generated policies are held to. */
    enum Figure {
        CHARACTERS,
        STATEMENTS,
        ACTIONS,
        CONDITIONS
    }

    private List<Integer> numbers(Figure figure) {
        return switch (figure) {
            case CHARACTERS -> characters;
            case STATEMENTS -> statements;
            case ACTIONS -> actions;
            case CONDITIONS -> conditions;
        };
    }

    private static String row(String name, List<Integer> numbers) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.2f |%n",
                name,
                quantile(numbers, 0),
                quantile(numbers, 0.5),
                quantile(numbers, 0.75),
                quantile(numbers, 0.9),
                quantile(numbers, 1),
                mean(numbers));
    }

    private static String shares(String name, Multiset<String> counted) {
        return Multisets.copyHighestCountFirst(counted).entrySet().stream()
                .map(entry -> String.format(
                        Locale.ROOT, "%s %.0f %%", entry.getElement(), 100.0 * entry.getCount() / counted.size()))
                .collect(Collectors.joining(", ", name + ": ", "\n"));
    }

    private static int quantile(List<Integer> numbers, double part) {
        List<Integer> sorted = numbers.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, (int) (part * sorted.size())));
    }

    private static double mean(List<Integer> numbers) {
        return numbers.stream().mapToInt(i -> i).average().orElse(0);
    }
}
