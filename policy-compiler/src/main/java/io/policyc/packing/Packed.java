package io.policyc.packing;

import com.google.common.collect.ImmutableList;
import io.policyc.node.JsonText;
import io.policyc.policy.LocatedPolicy;

/**
 * What packing made of some documents: together, attached to one node, they decide as those did.
 *
 * @param passes those that were taken, in their order
 */
public record Packed(ImmutableList<PackedDocument> documents, ImmutableList<PassSizes> passes) {

    /** The size of all statements in one document, before a pass and after it. */
    public record PassSizes(PackingPass pass, int before, int after) {

        /** As an object of JSON. */
        public void write(JsonText json) {
            json.object(
                    () -> json.field("pass", pass.id()).field("before", before).field("after", after));
        }
    }

    /** The same documents under another name. */
    public Packed named(String name) {
        ImmutableList.Builder<PackedDocument> renamed = ImmutableList.builder();
        for (int i = 0; i < documents.size(); i++) {
            LocatedPolicy policy = documents.get(i).policy();
            String own = documents.size() == 1 ? name : name + "-" + (i + 1);
            renamed.add(new PackedDocument(
                    new LocatedPolicy(own, policy.document(), policy.places()),
                    documents.get(i).text()));
        }
        return new Packed(renamed.build(), passes);
    }
}
