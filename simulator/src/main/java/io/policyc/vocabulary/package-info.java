/**
 * The dated lists that intents, tests and the simulator share: clients and their user agents, condition keys and their
 * types, regions, services with one endpoint. Data is in the resources of this package; rules about it are not.
 */
@NullMarked
package io.policyc.vocabulary;

import org.jspecify.annotations.NullMarked;
