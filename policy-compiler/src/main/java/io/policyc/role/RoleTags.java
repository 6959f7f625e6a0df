package io.policyc.role;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The tags of a role: at most 50, whose keys differ in more than letter case:
 * <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html>.
 */
record RoleTags(ImmutableMap<String, String> values) {
    private static final int MOST = 50;
    private static final String CHARACTERS = "[\\p{L}\\p{Z}\\p{N}_.:/=+@-]";
    private static final Pattern KEY = Pattern.compile("(?!(?i:aws:))" + CHARACTERS + "{1,128}");
    private static final TextForm VALUE =
            TextForm.of(CHARACTERS + "{0,256}", "a tag: at most 256 letters, digits, blanks and `_.:/=+-@`");

    static RoleTags read(RoleFields fields) {
        ImmutableList<ObjectNode.Member> members =
                fields.object("tags").map(ObjectNode::members).orElse(ImmutableList.of());
        ImmutableMap.Builder<String, String> tags = ImmutableMap.builder();
        Set<String> seen = new HashSet<>();
        for (ObjectNode.Member member : members) {
            boolean isNew = seen.add(member.key().toLowerCase(Locale.ROOT));
            if (!KEY.matcher(member.key()).matches() || !isNew) {
                fields.findings()
                        .add(
                                RoleFindings.INVALID_VALUE,
                                member.keySpan(),
                                "the key " + Printable.quoted(member.key())
                                        + (isNew
                                                ? " cannot be that of a tag"
                                                : " differs in letter case only from another"),
                                "1 to 128 letters, digits, blanks and `_.:/=+-@`, not beginning with `aws:`");
            }
            Node value = member.value();
            if (value instanceof ScalarNode scalar && !scalar.isNull() && VALUE.matches(scalar.text())) {
                tags.put(member.key(), scalar.text());
            } else if (!(value instanceof ScalarNode scalar && RoleFields.isReported(scalar))) {
                fields.findings()
                        .add(
                                RoleFindings.INVALID_VALUE,
                                value.span(),
                                "the tag " + Printable.quoted(member.key()) + " is not " + VALUE.words());
            }
        }
        if (members.size() > MOST) {
            fields.findings()
                    .add(
                            RoleFindings.INVALID_VALUE,
                            fields.place("tags"),
                            "a role has at most " + MOST + " tags, not " + members.size());
        }
        return new RoleTags(tags.buildKeepingLast());
    }
}
