package io.policyc.imports;

import com.google.common.collect.ImmutableList;

/**
 * A policy as the text of an intent.
 *
 * @param name of the policy
 * @param yaml the text of the file
 * @param values the placeholders of the document, in the order in which they occur
 */
public record ImportedIntent(String name, String yaml, ImmutableList<ImportedValue> values) {}
