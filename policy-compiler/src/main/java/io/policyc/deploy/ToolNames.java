package io.policyc.deploy;

import com.google.common.base.CharMatcher;
import io.policyc.workspace.WorkspaceFiles;
import java.util.Optional;

/** Names of policies and what the tools make of them. */
final class ToolNames {
    static final String ENDING = ".json";
    private static final String FOLDER = WorkspaceFiles.POLICIES + "/";

    /** The limit of the API's PolicyName. */
    private static final int LONGEST = 128;

    private static final CharMatcher LETTERS_AND_DIGITS =
            CharMatcher.inRange('A', 'Z').or(CharMatcher.inRange('a', 'z')).or(CharMatcher.inRange('0', '9'));

    private ToolNames() {}

    /** The name of a policy that goes by a path: without {@code policies/} and {@code .json}. */
    static Optional<String> ofPath(String path) {
        if (!path.endsWith(ENDING)) {
            return Optional.empty();
        }
        String name = path.substring(path.startsWith(FOLDER) ? FOLDER.length() : 0, path.length() - ENDING.length());
        return Optional.of(name)
                .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                .filter(CharMatcher.inRange(' ', '~')::matchesAllOf);
    }

    /** A logical id of CloudFormation: letters and digits only. */
    static String logicalId(String name) {
        return LETTERS_AND_DIGITS.retainFrom(name);
    }

    /** A name of Terraform: letters, digits, {@code _} and {@code -}, no digit or {@code -} at the start. */
    static String label(String name) {
        String label = LETTERS_AND_DIGITS.or(CharMatcher.anyOf("_-")).negate().replaceFrom(name, '_');
        boolean digitFirst =
                CharMatcher.inRange('0', '9').or(CharMatcher.is('-')).matches(label.charAt(0));
        return digitFirst ? "_" + label : label;
    }
}
