package org.mingqu.enclave.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingqu.enclave.vault.DataKey;
import org.mingqu.enclave.vault.Durable;
import org.mingqu.guard.Plan;
import org.mingqu.privacy.Epsilon;

/// The instant answers of each workspace, sealed: the same question again gets the same answer, for free.
final class Answered {

    private final Workspaces workspaces;

    Answered(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /// The answer to the same question, if it was given before with at least the precision asked for now.
    @Nullable
    Result find(String workspace, Plan plan, Grants grants, Epsilon loss) {
        try {
            var file = place(workspace, plan, grants);
            if (!Files.exists(file)) {
                return null;
            }
            var result = Result.open(workspaces.key(workspace), file);
            return result.epsilonMilli() >= loss.milli() ? result : null;
        } catch (IOException e) {
            throw new UncheckedIOException("an answer given before cannot be read", e);
        }
    }

    void keep(String workspace, Plan plan, Grants grants, Result result) throws IOException {
        Durable.folder(answers(workspace));
        result.seal(workspaces.key(workspace), place(workspace, plan, grants));
    }

    private Path answers(String workspace) {
        return workspaces.place(workspace).resolve("answers");
    }

    /// What makes a question the same: the plan, the versions and masks, and how it is shown.
    private Path place(String workspace, Plan plan, Grants grants) throws IOException {
        var shown = plan.outputs().stream().map(Objects::toString).collect(Collectors.joining(","));
        var text = plan.sql() + "\n" + shown + "\n" + plan.dp() + "\n" + plan.threshold() + "\n" + grants.shape();
        var token = workspaces.key(workspace).token(DataKey.Use.QUESTION, text.getBytes(StandardCharsets.UTF_8));
        return answers(workspace).resolve(HexFormat.of().formatHex(token));
    }
}
