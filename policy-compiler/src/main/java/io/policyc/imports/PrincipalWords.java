package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ValueTemplate;
import java.util.Optional;

/** ARN patterns of principals in the words of the facet {@code principal}, where it has a word for them. */
final class PrincipalWords {
    private static final String ANY_ACCOUNT = "arn:aws:iam::*:";
    private static final String IDENTITY_CENTER = ANY_ACCOUNT + "role/aws-reserved/sso.amazonaws.com/";
    private static final String PERMISSION_SET = IDENTITY_CENTER + "AWSReservedSSO_";
    private static final String PERMISSION_SET_WITH_REGION = IDENTITY_CENTER + "*/AWSReservedSSO_";
    private static final String SUFFIX = "_????????????????";

    private PrincipalWords() {}

    static ImmutableList<String> of(ImmutableList<ValueTemplate> patterns) {
        return parted(patterns).stream().map(PrincipalWords::word).collect(ImmutableList.toImmutableList());
    }

    private static String word(ImmutableList<ValueTemplate> part) {
        String first = part.get(0).text();
        return part.size() == 2 ? permissionSet(first, part.get(1).text()).orElseThrow() : word(first);
    }

    /** The values in parts that have a word each: one by one, but for the two of a permission set. */
    static ImmutableList<ImmutableList<ValueTemplate>> parted(ImmutableList<ValueTemplate> values) {
        ImmutableList.Builder<ImmutableList<ValueTemplate>> parts = ImmutableList.builder();
        int at = 0;
        while (at < values.size()) {
            boolean pair = at + 1 < values.size()
                    && permissionSet(values.get(at).text(), values.get(at + 1).text())
                            .isPresent();
            int end = at + (pair ? 2 : 1);
            parts.add(values.subList(at, end));
            at = end;
        }
        return parts.build();
    }

    /** A permission set is two patterns, without and with the Region in the path. */
    private static Optional<String> permissionSet(String without, String with) {
        if (!without.startsWith(PERMISSION_SET) || !without.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String end = without.substring(PERMISSION_SET.length());
        int name = end.length() - SUFFIX.length();
        return name > 0 && with.equals(PERMISSION_SET_WITH_REGION + end)
                ? Optional.of("identity-center/" + end.substring(0, name))
                : Optional.empty();
    }

    private static String word(String pattern) {
        if (pattern.equals(IDENTITY_CENTER + "*AWSReservedSSO_*")) {
            return "identity-center";
        }
        if (!pattern.startsWith(ANY_ACCOUNT)) {
            return pattern;
        }
        String rest = pattern.substring(ANY_ACCOUNT.length());
        return switch (rest) {
            case "root" -> "root";
            case "user/*" -> "iam-user";
            case "role/*" -> "role";
            default -> rest.startsWith("user/") ? "iam-" + rest : rest.startsWith("role/") ? rest : pattern;
        };
    }
}
