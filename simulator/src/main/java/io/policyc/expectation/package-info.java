/**
 * Test files: what is expected of requests, whether it holds, and the report on it. How a request is decided does not belong
 * here.
 */
@NullMarked
package io.policyc.expectation;

import org.jspecify.annotations.NullMarked;
