/**
 * Which parts of policies the requests of tests exercise, as docs/design/011-coverage.md defines it. Policies come in as
 * their authors wrote them; how they were compiled does not belong here.
 */
@NullMarked
package io.policyc.coverage;

import org.jspecify.annotations.NullMarked;
