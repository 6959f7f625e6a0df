package io.policyc.endpoint;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.source.SourceText;

/**
 * Reads the policies of a call, within the bounds of the API.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">policyDocumentType</a>
 */
final class PolicyTexts {
    private static final int LONGEST = 131_072;

    /** Of all policies of a call; ours, for what they need of memory. AWS's quotas for what can be attached are far below. */
    private static final int LONGEST_TOGETHER = 2 * 1024 * 1024;

    private static final CharMatcher CHARACTERS = CharMatcher.anyOf("\t\n\r").or(CharMatcher.inRange(' ', '\u00FF'));

    private int characters;

    /**
     * A list with one JSON text a member, or one character a member: the AWS CLI sends a file that holds one JSON object so.
     */
    static ImmutableList<String> joined(ImmutableList<String> members) {
        boolean single = members.size() > 1 && members.stream().allMatch(member -> member.length() == 1);
        return single ? ImmutableList.of(String.join("", members)) : members;
    }

    /**
     * One policy.
     *
     * @param path as AWS writes it in errors: {@code policyInputList.1.member}
     * @param place for people: {@code Policy input list item 1}
     */
    LocatedPolicy read(String text, PolicyType type, String name, String path, String place) {
        checkForm(text, path);
        Checked<LocatedPolicy> policy = PolicyReader.read(name, SourceText.of(name, text), type);
        if (policy.hasErrors()) {
            throw invalid(policy, place);
        }
        return policy.orThrow();
    }

    void checkForm(String text, String path) {
        if (text.isEmpty()) {
            throw ApiError.validation("''", path, "have length greater than or equal to 1");
        }
        String shown = "'" + Printable.line(text) + "'";
        if (text.length() > LONGEST) {
            throw ApiError.validation(shown, path, "have length less than or equal to " + LONGEST);
        }
        if (!CHARACTERS.matchesAllOf(text)) {
            throw ApiError.validation(
                    shown, path, "satisfy regular expression pattern: [\\u0009\\u000A\\u000D\\u0020-\\u00FF]+");
        }
        characters += text.length();
        if (characters > LONGEST_TOGETHER) {
            throw ApiError.invalidInput(
                    "the policies have more than 2 MiB together, which this endpoint does not take");
        }
    }

    /** What AWS says, and then what is wrong. */
    static ApiError invalid(Checked<LocatedPolicy> policy, String place) {
        Finding first = policy.errors().get(0);
        int more = policy.errors().size() - 1;
        return ApiError.invalidInput(place + " has invalid content: "
                + first.span()
                        .map(span -> "line " + span.line() + ", column " + span.column() + ": ")
                        .orElse("")
                + Printable.escaped(first.message())
                + first.help().map(help -> " (" + Printable.escaped(help) + ")").orElse("")
                + (more == 0 ? "" : ", and " + more + " more"));
    }
}
