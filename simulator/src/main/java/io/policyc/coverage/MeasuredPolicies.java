package io.policyc.coverage;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.LocatedPolicy;

/** The policies whose coverage is asked for, and the documents by which requests meet them. */
public interface MeasuredPolicies {

    /** All of them, whether tests meet them or not, in the order of the report. */
    ImmutableList<MeasuredPolicy> policies();

    /** Those that a document stands for, the same objects each time; none if the document is nobody's. */
    ImmutableList<MeasuredPolicy> behind(LocatedPolicy document);
}
