package io.policyc.workflow;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.policyc.node.ScalarNode;
import io.policyc.source.SourceSpan;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code run} script does with access keys: it sets the variables that the AWS CLI and SDKs read, or the settings of
 * the CLI, https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-envvars.html. Scripts are not run nor understood: a
 * value that the script computes is unknown.
 */
record Script(ScalarNode node, Environment environment) {
    private static final String VALUE =
            "(\"[^\"]{0,999}+\"|'[^']{0,999}+'|\\$\\{\\{[^}]{0,999}+}}|[^\\s;&|\"']{1,999}+)";
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "(?i)(?<![a-z0-9_])(aws_access_key_id|aws_secret_access_key)[ \\t]{0,9}=(?![=~])[ \\t]{0,9}" + VALUE);
    private static final Pattern SETTING = Pattern.compile(
            "configure[ \\t]{1,9}set[ \\t]{1,9}(?:[\\w-]{1,99}\\.){0,9}(aws_access_key_id|aws_secret_access_key)[ \\t]{1,9}"
                    + VALUE);
    private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\w+)|\\{(\\w+)}|env:(\\w+))");

    ImmutableList<Evidence> evidence() {
        ImmutableList.Builder<Evidence> found = ImmutableList.builder();
        boolean temporary = setsSessionToken();
        String[] lines = node.text().split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            SourceSpan place = place(line, i);
            boolean comment = line.strip().startsWith("#");
            for (Pattern pattern : ImmutableList.of(ASSIGNMENT, SETTING)) {
                Matcher matcher = pattern.matcher(line);
                while (!comment && matcher.find()) {
                    Given given = given(unquoted(matcher.group(2)));
                    if (!(given instanceof Given.Nothing)) {
                        found.add(new Evidence(place, "`run` sets `" + matcher.group(1) + "` to", given, temporary));
                    }
                }
            }
            // GitHub writes the value into comments too.
            Values.named(line).ifPresent(key -> found.add(new Evidence(place, "`run` has", key, temporary)));
        }
        return found.build();
    }

    /** Whether the script has to do with the token that comes with temporary credentials. */
    private boolean setsSessionToken() {
        return Ascii.toLowerCase(node.text()).contains("aws_session_token");
    }

    private Given given(String value) {
        if (!Expressions.in(value).isEmpty()) {
            return environment.given(value);
        }
        Matcher variable = VARIABLE.matcher(value);
        if (variable.matches()) {
            for (int group = 1; group <= variable.groupCount(); group++) {
                Optional<Given> given =
                        Optional.ofNullable(variable.group(group)).flatMap(environment::variable);
                if (given.isPresent()) {
                    return given.get();
                }
            }
        }
        boolean computed = value.contains("$") || value.contains("`") || value.contains("%");
        return computed ? new Given.Unknown("what the script computes") : environment.given(value);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The line in the file, if the script is a block there as it is here; else the whole script. */
    private SourceSpan place(String line, int number) {
        SourceSpan span = node.span();
        String wanted = line.strip();
        int inFile = span.line() + number + 1;
        int column = span.source().line(inFile).indexOf(wanted) + 1;
        return column > 0 && inFile <= span.endLine()
                ? new SourceSpan(span.source(), inFile, column, inFile, column + wanted.length())
                : span;
    }
}
