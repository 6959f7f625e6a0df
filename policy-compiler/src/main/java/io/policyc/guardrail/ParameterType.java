package io.policyc.guardrail;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/** What a parameter takes: one value or a list of them, each as an intent writes it. */
public enum ParameterType {
    PRINCIPALS("principals", "principals", "[role/ci, iam-user/break-glass/*]"),
    ACTIONS("actions", "actions", "[\"s3:GetObject\", \"ec2:*\"]"),
    REGIONS("regions", "Regions", "[eu-west-1, eu-central-1]"),
    ACCOUNTS("accounts", "account ids", "[\"111122223333\"]"),
    ORGANIZATIONS("organizations", "organization ids", "[o-exampleorgid]"),
    NETWORKS("networks", "networks", "[{ cidr: 192.0.2.0/24 }, { vpce: vpce-1a2b3c4d }]"),
    ARNS("arns", "ARN patterns", "[\"arn:aws:s3:::example-bucket/*\"]"),
    DAYS("days", "days", "[2027-03-31]"),
    TEXT("text", "texts", "[payments]");

    private final String word;
    private final String plural;
    private final String example;

    ParameterType(String word, String plural, String example) {
        this.word = word;
        this.plural = plural;
        this.example = example;
    }

    /** The word in {@code guardrail.yaml}. */
    public String word() {
        return word;
    }

    /** What it takes, for a sentence. */
    public String plural() {
        return plural;
    }

    /** A value as somebody would write it in an intent. */
    public String example() {
        return example;
    }

    static Optional<ParameterType> named(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    static ImmutableList<String> words() {
        return Arrays.stream(values()).map(ParameterType::word).collect(ImmutableList.toImmutableList());
    }
}
