package org.mingqu.warrant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the enclave says to an [Order] that it carried out.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Answer.Done.class),
    @JsonSubTypes.Type(Answer.LoadStatus.class),
    @JsonSubTypes.Type(Answer.VersionDescription.class),
    @JsonSubTypes.Type(Answer.Sample.class),
    @JsonSubTypes.Type(Answer.WorkspaceStatus.class),
    @JsonSubTypes.Type(Answer.Judgement.class),
    @JsonSubTypes.Type(Answer.RunStatus.class),
    @JsonSubTypes.Type(Answer.Inspection.class),
    @JsonSubTypes.Type(Answer.HandedOver.class),
    @JsonSubTypes.Type(Answer.LeakTrace.class),
    @JsonSubTypes.Type(Answer.SubjectToken.class),
    @JsonSubTypes.Type(Answer.SubjectPlaces.class),
    @JsonSubTypes.Type(Answer.SubjectChange.class),
    @JsonSubTypes.Type(Answer.Budgets.class),
    @JsonSubTypes.Type(Answer.LogPage.class),
    @JsonSubTypes.Type(Answer.HealthReport.class)
})
public sealed interface Answer {

    /// Done, and nothing to say about it.
    record Done() implements Answer {}

    /// How far a load is.
    ///
    /// @param rows good rows so far; final from `STAGED` on
    /// @param rejected lines rejected; final from `STAGED` on
    /// @param sm3 of the received bytes, lower-case hex; null while receiving and above 64 MiB
    /// @param columns what was found, from `STAGED` on; else empty
    /// @param version the version as which it landed, in state `LANDED`
    /// @param problem why it failed, in state `FAILED`
    record LoadStatus(
            String load,
            String resource,
            LoadState state,
            Progress progress,
            long rows,
            long rejected,
            @Nullable String sm3,
            List<DetectedColumn> columns,
            @Nullable Integer version,
            @Nullable EnclaveRefusal problem)
            implements Answer {

        public LoadStatus {
            columns = List.copyOf(columns);
        }
    }

    /// How much of a load has passed.
    ///
    /// @param bytes received or read so far
    /// @param total bytes to come in all, 0 if not known
    /// @param rows rows written so far, 0 if not known
    record Progress(long bytes, long total, long rows) {}

    /// A landed version of a resource.
    ///
    /// @param rejected lines that were rejected when it was loaded
    /// @param subject the column that names the subject, or null
    /// @param maxRowsPerSubject the most rows that one subject has, rounded up to 1, 2, 5, 10, 20, …; 0
    ///     without
    ///     subject
    /// @param bytes the encrypted size at rest
    /// @param workspace whose partner's own table it is; null for a department's
    record VersionDescription(
            String resource,
            int version,
            long rows,
            long rejected,
            Instant landedAt,
            List<ColumnDescription> columns,
            @Nullable String subject,
            String subjectKind,
            int maxRowsPerSubject,
            Quality quality,
            long bytes,
            @Nullable String workspace)
            implements Answer {

        public VersionDescription {
            columns = List.copyOf(columns);
        }
    }

    /// A column of a landed version.
    ///
    /// @param completeness share of rows with a value, 0 to 1, in hundredths
    record ColumnDescription(ColumnSpec column, double completeness) {}

    /// Quality of a version; each part and the score (their mean) is 0 to 100.
    ///
    /// @param completeness share of values present in the columns that the rules require, or in all columns
    /// @param validity share of lines that were not rejected
    /// @param uniqueness share of rows whose key is not a repetition
    /// @param timeliness 100 if the youngest date lies within the update cycle, less by the cycles missed;
    ///     null
    ///     without a
    ///     date column
    /// @param at when it was measured
    record Quality(
            int score,
            int completeness,
            int validity,
            int uniqueness,
            @Nullable Integer timeliness,
            Instant at) {}

    /// Synthetic rows.
    record Sample(ResultTable table) implements Answer {}

    /// How a workspace stands.
    ///
    /// @param since when it came into this state
    /// @param article by which it is suspended, else null
    /// @param cancelled how many runs this order stopped
    record WorkspaceStatus(
            String workspace,
            WorkspaceState state,
            Instant since,
            @Nullable String article,
            @Nullable String reason,
            int cancelled)
            implements Answer {}

    /// What the guard says of a text.
    ///
    /// @param findings why it is refused; empty if and only if `allowed`
    /// @param checks what was checked and held, for the verdict panel
    /// @param cost for [Lane#INSTANT] what the answer would cost, else null
    record Judgement(
            boolean allowed,
            Lane lane,
            List<Finding> findings,
            List<Check> checks,
            @Nullable Cost cost) implements Answer {

        public Judgement {
            findings = List.copyOf(findings);
            checks = List.copyOf(checks);
        }
    }

    /// What an instant answer costs, in thousandths of epsilon, of the resource with the least left.
    ///
    /// @param epsilonMilli what this answer costs: 0 if the same question was answered before
    /// @param leftMilli what is left before it
    /// @param limitMilli the whole budget of that resource
    record Cost(String resource, long epsilonMilli, long leftMilli, long limitMilli) {}

    /// How a run stands.
    ///
    /// @param startedAt when it was accepted
    /// @param millis how long it ran; null while running
    /// @param judgement what the guard said
    /// @param result rows of a run that is done in [Lane#SYNTHETIC] or [Lane#INSTANT]; for [Lane#REVIEWED]
    ///     the columns without rows
    /// @param rows how many rows the result has, once done; null for an exact result about subjects, because
    ///     that
    ///     depends on who is in it
    /// @param problem why it was refused, failed or was cancelled
    /// @param resources which of the granted resources the text reads; empty if it was refused
    record RunStatus(
            String run,
            String workspace,
            RunState state,
            Lane lane,
            Instant startedAt,
            @Nullable Long millis,
            @Nullable Judgement judgement,
            @Nullable ResultTable result,
            @Nullable Integer rows,
            @Nullable EnclaveRefusal problem,
            List<String> resources)
            implements Answer {

        public RunStatus {
            resources = List.copyOf(resources);
        }
    }

    /// A release as its reviewers see it.
    ///
    /// @param checks the automatic checks; a release with a `FAIL` is not handed over by the enclave
    /// @param result after suppression
    /// @param sm3 of the file as it would be handed over
    /// @param suppressed the groups that were left out, at most [#LISTED] of them
    /// @param lineage for each column of the result
    /// @param difference from the last result like it; null if there is none
    /// @param dataSet for a data set what became of its rows, of which the result then shows the first
    ///     [#SHOWN]; else null
    /// @param model for a model what its inspection found; the result then shows its coefficients; else null
    record Inspection(
            String run,
            String sql,
            List<ReleaseCheck> checks,
            ResultTable result,
            String sm3,
            List<SuppressedCell> suppressed,
            List<ColumnLineage> lineage,
            @Nullable ReleaseDifference difference,
            @Nullable DataSetReport dataSet,
            @Nullable ModelReport model)
            implements Answer {

        /// The most suppressed groups that are listed.
        public static final int LISTED = 500;

        /// The most rows of a data set that are shown: enough to see their form. They carry no mark, so that
        /// more of them in the hands of reviewers could leak without being traced.
        public static final int SHOWN = 20;

        public Inspection {
            checks = List.copyOf(checks);
            suppressed = List.copyOf(suppressed);
            lineage = List.copyOf(lineage);
        }
    }

    /// A file that leaves.
    ///
    /// @param base64 of UTF-8 CSV with BOM; cells that a spreadsheet would take for a formula begin with an
    ///     apostrophe
    /// @param sm3 of the content
    /// @param reviewed the digest that [Inspection#sm3()] had: of the file without the recipient's mark, if
    ///     it carries one
    /// @param logIndex index of the entry of this act in the enclave's own log
    record HandedOver(
            String run, String fileName, String mediaType, String base64, String sm3, String reviewed, long logIndex)
            implements Answer {

        /// The file's bytes.
        public byte[] content() {
            return java.util.Base64.getDecoder().decode(base64);
        }
    }

    /// Whose copies a file was made from (art. 25).
    ///
    /// @param state `WAITING` before it has arrived, `DONE`, or `FAILED`
    /// @param fileSm3 of what was looked at
    /// @param rows how many rows it has
    /// @param compared how many delivered files it was compared with
    /// @param found who is named, the surest first; empty if nobody can be
    /// @param problem why it could not be read
    record LeakTrace(
            String leak,
            TraceState state,
            @Nullable String fileSm3,
            int rows,
            int compared,
            List<Suspect> found,
            @Nullable EnclaveRefusal problem)
            implements Answer {

        public LeakTrace {
            found = List.copyOf(found);
        }
    }

    /// A recipient whose copy of a file is in a leaked one.
    ///
    /// @param recipient the organisation that received the copy
    /// @param run whose result it is
    /// @param falsePositive a bound of the chance that anybody is named who had no part in it, over all files
    ///     that it
    ///     was compared with
    /// @param places how many places of the file say something
    record Suspect(String recipient, String run, double falsePositive, int places) {}

    /// What stands for a proven identity outside of the enclave: HMAC-SM3 of kind and number under a key that
    /// only the enclave has, 32 hex digits.
    record SubjectToken(String subject) implements Answer {}

    /// Where a subject has rows; a resource without any is not there.
    record SubjectPlaces(List<SubjectPlace> places) implements Answer {

        public SubjectPlaces {
            places = List.copyOf(places);
        }
    }

    /// A resource in which a subject has rows.
    ///
    /// @param landedAt when this version came in
    record SubjectPlace(String resource, int version, Instant landedAt, long rows) {}

    /// What has become of a subject's rows.
    ///
    /// @param before how many there were
    /// @param after how many there are
    /// @param columns whose values differ, by name
    record SubjectChange(long before, long after, List<String> columns) implements Answer {

        public SubjectChange {
            columns = List.copyOf(columns);
        }
    }

    /// One line per resource asked for; a resource never used has spent 0 and limit 0.
    record Budgets(List<BudgetLine> lines) implements Answer {

        public Budgets {
            lines = List.copyOf(lines);
        }
    }

    /// What is spent of a resource's budget.
    ///
    /// @param limitMilli the limit last seen in a grant, in thousandths of epsilon
    record BudgetLine(String resource, long limitMilli, long spentMilli) {}

    /// Some entries of the enclave's own log.
    ///
    /// @param size entries in the log
    /// @param root SM3 root of the log at this size, hex
    /// @param entries canonical JSON of each entry
    record LogPage(long size, String root, List<String> entries) implements Answer {

        public LogPage {
            entries = List.copyOf(entries);
        }
    }

    /// How the enclave is.
    ///
    /// @param cipher which cipher encrypts at rest
    /// @param logSize entries in the enclave's own log
    /// @param running runs that are running
    /// @param warm whether the guard has warmed up
    record HealthReport(
            Instant startedAt, long pid, String cipher, long logSize, int workspaces, int running, boolean warm)
            implements Answer {}
}
