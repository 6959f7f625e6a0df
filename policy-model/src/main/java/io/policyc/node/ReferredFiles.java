package io.policyc.node;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Printable;
import io.policyc.source.SourceText;

/** Reads the files that a file of a user's refers to. File systems are on the other side of this port. */
public interface ReferredFiles {
    /** Where no file can be referred to. */
    ReferredFiles NONE = path -> Checked.failed(
            Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(path) + " cannot be read from here")
                    .withHelp("a path may stand in the test files of a repository; write it out instead"));

    /** The text of a file, or why it cannot be had. */
    Checked<SourceText> read(String path);
}
