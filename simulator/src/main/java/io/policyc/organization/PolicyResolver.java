package io.policyc.organization;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import java.util.Optional;

/**
 * Finds the policies behind a reference in an organization or test file: the name of an intent, or the path of a JSON
 * document. Files and compilers are on the other side of this port.
 */
public interface PolicyResolver {

    /**
     * The policies behind a reference; an intent may be compiled to several documents, all of them SCPs.
     *
     * @param type what the documents have to be
     * @return empty if nothing is known under that name; what is known and cannot be used is findings without a value
     */
    Optional<Checked<ImmutableList<LocatedPolicy>>> resolve(String reference, PolicyType type);

    /** The names that may be referred to, for "did you mean". */
    ImmutableCollection<String> names();
}
