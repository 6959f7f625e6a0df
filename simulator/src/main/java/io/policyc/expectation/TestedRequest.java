package io.policyc.expectation;

import io.policyc.evidence.Evidence;
import io.policyc.node.ObjectNode;
import java.util.Optional;

/**
 * The request of a test before its matrix.
 *
 * @param event what CloudTrail tells of it; lies below what is written
 * @param written the description of the request; without keys if there is an event only
 */
record TestedRequest(Optional<Evidence> event, ObjectNode written) {}
