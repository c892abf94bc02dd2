package org.mingqu.platform.workspace;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mingqu.warrant.Grant;

/// Whose rows a workspace may use (art. 20, 37), as the room that keeps consents and objections says.
public interface SubjectRule {

    /// The lists that hold for a resource in a workspace on a day, in the revisions of now; the enclave has
    /// been told of them when this returns.
    ///
    /// @return empty if everybody's rows may be used
    /// @throws org.mingqu.warrant.EnclaveUnavailable if it could not be told
    List<Grant.Subjects> of(UUID workspace, UUID resource, LocalDate day);

    /// The enclave does not have what it was told for a workspace: it is to be told again.
    void lost(UUID workspace);
}
