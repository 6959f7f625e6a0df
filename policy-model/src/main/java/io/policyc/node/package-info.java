/**
 * The untyped tree between text and meaning: objects, arrays and scalars with their places, JSON and YAML alike. Readers
 * of policies, intents, organizations and tests all start from it. What an element means does not belong here.
 */
@NullMarked
package io.policyc.node;

import org.jspecify.annotations.NullMarked;
