/**
 * What an author means: intents, their rules and exceptions, the facets of the language, and reading them. How an intent
 * becomes a policy does not belong here.
 */
@NullMarked
package io.policyc.intent;

import org.jspecify.annotations.NullMarked;
