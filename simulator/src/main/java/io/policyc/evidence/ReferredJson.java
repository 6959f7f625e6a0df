package io.policyc.evidence;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.node.JsonNodes;
import io.policyc.node.Node;
import io.policyc.node.ReferredFiles;
import io.policyc.node.ScalarNode;
import java.util.Optional;

/**
 * JSON of AWS in a file of a user's: written out, or the path of the file that has it.
 *
 * @param name what it was read from, as the user knows it
 */
public record ReferredJson(Node node, String name) {

    /** Reads the file where a text stands; what is wrong with it as a whole is told at that text. */
    public static Checked<ReferredJson> of(Node node, ReferredFiles files) {
        if (!(node instanceof ScalarNode path) || path.isNull()) {
            return Checked.of(new ReferredJson(node, node.span().source().name()));
        }
        Checked<ReferredJson> read = files.read(path.text())
                .then(source -> JsonNodes.read(source).map(root -> new ReferredJson(root, source.name())));
        return new Checked<>(
                read.value(),
                read.findings().stream()
                        .map(finding -> placed(finding, path))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Finding placed(Finding finding, ScalarNode path) {
        return finding.span().isPresent()
                ? finding
                : new Finding(finding.id(), finding.message(), Optional.of(path.span()), finding.help());
    }
}
