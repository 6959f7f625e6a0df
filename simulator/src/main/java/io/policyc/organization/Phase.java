package io.policyc.organization;

import com.google.common.collect.ImmutableList;
import io.policyc.source.SourceSpan;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A step on the way to what the organization has attached: some of its policies, on some of its targets.
 *
 * @param targets each with the documents that the phase attaches to it, and no others
 * @param start the earliest day
 * @param attached the day from which on all of them are attached, as the file says; empty until then
 * @param quiet for how many days no denied call may be without an owner before the next phase
 * @param place the name in the file
 */
public record Phase(
        String name,
        ImmutableList<PolicyTarget> targets,
        Optional<LocalDate> start,
        Optional<LocalDate> attached,
        int quiet,
        SourceSpan place) {}
