package io.policyc.intent;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/**
 * The partition that the ARNs of facets are in. Regions are in one of three, and an ARN names its own in the second field.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
public enum Partition {
    AWS("aws", "aws"),
    AWS_US_GOV("aws-us-gov", "aws-us-gov"),
    AWS_CN("aws-cn", "aws-cn"),
    /** Any of them, for policies that are used in several. */
    ALL("all", "*");

    private final String word;
    private final String field;

    Partition(String word, String field) {
        this.word = word;
        this.field = field;
    }

    /** The word in policyc.yaml. */
    public String word() {
        return word;
    }

    /** The second field of an ARN pattern. */
    String field() {
        return field;
    }

    public static Optional<Partition> named(String word) {
        return Arrays.stream(values())
                .filter(partition -> partition.word.equals(word))
                .findFirst();
    }

    /** All words. */
    public static ImmutableList<String> words() {
        return Arrays.stream(values()).map(Partition::word).collect(ImmutableList.toImmutableList());
    }
}
