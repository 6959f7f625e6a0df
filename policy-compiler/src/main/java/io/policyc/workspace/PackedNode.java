package io.policyc.workspace;

import com.google.common.collect.ImmutableList;
import io.policyc.compiler.CompiledDocument;
import io.policyc.packing.Packed.PassSizes;

/**
 * The documents that stand for several policies on one root, unit or account, because AWS does not take so many there.
 *
 * @param node its name
 * @param policies the names of the documents that they stand for
 */
public record PackedNode(
        String node,
        ImmutableList<String> policies,
        ImmutableList<CompiledDocument> documents,
        ImmutableList<PassSizes> passes) {}
