package io.policyc.expectation;

import io.policyc.request.Request;
import io.policyc.source.SourceSpan;
import java.util.Optional;

/**
 * One request and what is expected of it.
 *
 * @param name the test's name, with the values of its matrix and the form of the request where there are several
 * @param because the rule or policy that must decide
 * @param skip why the test is not run
 * @param place of the test in its file
 */
public record ExpectationCase(
        String name,
        Request request,
        Expected expected,
        Optional<String> because,
        Optional<String> skip,
        SourceSpan place) {}
