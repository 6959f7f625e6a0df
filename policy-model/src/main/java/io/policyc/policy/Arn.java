package io.policyc.policy;

import java.util.Optional;

/**
 * An Amazon Resource Name without wildcards: {@code arn:partition:service:region:account:resource}. Region and account may
 * be empty; the resource may hold colons and slashes.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public record Arn(String partition, String service, String region, String account, String resource) {
    static final int FIELDS = 6;
    private static final int ACCOUNT_DIGITS = 12;

    /** The six fields of a text of the form of an ARN, or of a pattern for one; the sixth is the whole rest. */
    public static Optional<String[]> fields(String text) {
        String[] fields = text.split(":", FIELDS);
        return fields.length == FIELDS && fields[0].equals("arn") ? Optional.of(fields) : Optional.empty();
    }

    /** Whether a text is the id of an account: twelve digits. */
    public static boolean isAccountId(String text) {
        return text.length() == ACCOUNT_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether a text has the six fields, without taking it apart. */
    public static boolean hasForm(String text) {
        int colons = 0;
        for (int at = text.indexOf(':'); at >= 0 && colons < FIELDS - 1; at = text.indexOf(':', at + 1)) {
            colons++;
        }
        return colons == FIELDS - 1 && text.startsWith("arn:");
    }

    public static Optional<Arn> parse(String text) {
        return fields(text).map(fields -> new Arn(fields[1], fields[2], fields[3], fields[4], fields[5]));
    }

    @Override
    public String toString() {
        return String.join(":", "arn", partition, service, region, account, resource);
    }
}
