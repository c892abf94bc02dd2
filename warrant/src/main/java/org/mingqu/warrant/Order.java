package org.mingqu.warrant;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the platform may ask of the enclave. What is not here cannot be asked.
///
/// Ids (`load`, `resource`, `workspace`, `run`) are the platform's: 1 to 64 letters, digits, `-` and `_`,
/// UUIDs as a rule. The enclave makes folders of them and refuses others (`order-invalid`).
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(Order.ReceiveFile.class),
    @JsonSubTypes.Type(Order.PullTable.class),
    @JsonSubTypes.Type(Order.FetchRejects.class),
    @JsonSubTypes.Type(Order.ReadLoad.class),
    @JsonSubTypes.Type(Order.LandLoad.class),
    @JsonSubTypes.Type(Order.DiscardLoad.class),
    @JsonSubTypes.Type(Order.DescribeVersion.class),
    @JsonSubTypes.Type(Order.SyntheticSample.class),
    @JsonSubTypes.Type(Order.DestroyVersion.class),
    @JsonSubTypes.Type(Order.OpenWorkspace.class),
    @JsonSubTypes.Type(Order.ReadWorkspace.class),
    @JsonSubTypes.Type(Order.SuspendWorkspace.class),
    @JsonSubTypes.Type(Order.ResumeWorkspace.class),
    @JsonSubTypes.Type(Order.DestroyWorkspace.class),
    @JsonSubTypes.Type(Order.Judge.class),
    @JsonSubTypes.Type(Order.Run.class),
    @JsonSubTypes.Type(Order.ReadRun.class),
    @JsonSubTypes.Type(Order.CancelRun.class),
    @JsonSubTypes.Type(Order.InspectRelease.class),
    @JsonSubTypes.Type(Order.HandOver.class),
    @JsonSubTypes.Type(Order.TraceLeak.class),
    @JsonSubTypes.Type(Order.ReadTrace.class),
    @JsonSubTypes.Type(Order.IdentifySubject.class),
    @JsonSubTypes.Type(Order.LocateSubject.class),
    @JsonSubTypes.Type(Order.FetchSubjectRows.class),
    @JsonSubTypes.Type(Order.CompareSubject.class),
    @JsonSubTypes.Type(Order.KeepSubjects.class),
    @JsonSubTypes.Type(Order.ReadBudgets.class),
    @JsonSubTypes.Type(Order.ReadLog.class),
    @JsonSubTypes.Type(Order.Health.class)
})
public sealed interface Order {

    /// The longest time for which a warrant with this order may be valid.
    default Duration longestLife() {
        return this instanceof Ticket ? Duration.ofHours(1) : Duration.ofSeconds(60);
    }

    /// An order that is not sent by the platform but given to a browser or a department's own tool, which
    /// presents it at the enclave's door: see [SignedWarrant#ticket()].
    sealed interface Ticket extends Order {}

    /// Door: `PUT /intake/{ticket}` with the file's bytes as body, once. The load is then received and read;
    /// follow it with [ReadLoad].
    ///
    /// @param load the platform's new id of the load
    /// @param resource whose file it is
    /// @param format what the file claims to be
    /// @param maxBytes a longer file is refused
    /// @param fileName as the department named it; for people, never used as a path
    /// @param workspace whose partner brings a table of its own for it alone (art. 16); null for a
    ///     department's
    record ReceiveFile(
            String load,
            String resource,
            FileFormat format,
            long maxBytes,
            String fileName,
            @Nullable String workspace) implements Ticket {

        /// A department's file.
        public ReceiveFile(String load, String resource, FileFormat format, long maxBytes, String fileName) {
            this(load, resource, format, maxBytes, fileName, null);
        }
    }

    /// Door: `POST /intake/{ticket}` with
    /// `{"url":"jdbc:postgresql://…","user":…,"password":…,"table":"schema.table"}`. The enclave pulls the
    /// table; the platform never learns the password.
    record PullTable(String load, String resource) implements Ticket {}

    /// Door: `GET /rejects/{ticket}` gives the rejected rows as CSV (row number, column, reason, the row's
    /// text) to the source department, once.
    record FetchRejects(String load) implements Ticket {}

    /// How far a load is. Answer: [Answer.LoadStatus], state `WAITING` for a load not yet begun.
    record ReadLoad(String load) implements Order {}

    /// Make a staged load a version of its resource, as a person confirmed it. Works in the background: the
    /// answer is [Answer.LoadStatus] in state `LANDING`, later `LANDED` (then see [DescribeVersion]) or
    /// `FAILED`.
    ///
    /// @param version a number not yet used for the resource, from 1
    /// @param columns what to keep, by the names of the staged columns; a column not listed is not kept
    /// @param subject the column that names whose data a row is, or null for data without subjects
    /// @param subjectKind `person`, `household`, `enterprise`, or empty without subject
    /// @param workspace whose partner's own table it is: no other sees it, and it is destroyed with that one;
    ///     null for a department's
    record LandLoad(
            String load,
            String resource,
            int version,
            List<ColumnSpec> columns,
            @Nullable String subject,
            String subjectKind,
            QualityRules rules,
            @Nullable String workspace)
            implements Order {

        public LandLoad {
            columns = List.copyOf(columns);
        }

        /// A department's load.
        public LandLoad(
                String load,
                String resource,
                int version,
                List<ColumnSpec> columns,
                @Nullable String subject,
                String subjectKind,
                QualityRules rules) {
            this(load, resource, version, columns, subject, subjectKind, rules, null);
        }
    }

    /// Forget a load that is not landed; its bytes are deleted. Answer: [Answer.LoadStatus] in state
    /// `DISCARDED`.
    record DiscardLoad(String load) implements Order {}

    /// What is known of a landed version. Answer: [Answer.VersionDescription].
    record DescribeVersion(String resource, int version) implements Order {}

    /// Rows made from the schema and coarse statistics alone, never from rows. Answer: [Answer.Sample].
    ///
    /// @param rows 1 to 1,000
    /// @param seed the same seed gives the same rows
    record SyntheticSample(String resource, int version, int rows, long seed) implements Order {}

    /// Destroy the key of a version: its files never decrypt again. Answer: [Answer.Done].
    record DestroyVersion(String resource, int version) implements Order {}

    /// Make a workspace with its own key. Doing it again is no error. Answer: [Answer.WorkspaceStatus].
    record OpenWorkspace(String workspace) implements Order {}

    /// Answer: [Answer.WorkspaceStatus].
    record ReadWorkspace(String workspace) implements Order {}

    /// Stop what runs there, within 2 s, and refuse what comes (art. 21, 38). Answer:
    /// [Answer.WorkspaceStatus].
    ///
    /// @param article by which it is suspended, such as `38`; it is shown with every refusal that follows
    record SuspendWorkspace(String workspace, String article, String reason) implements Order {}

    /// Answer: [Answer.WorkspaceStatus].
    record ResumeWorkspace(String workspace) implements Order {}

    /// Stop what runs and destroy the workspace's key; for good (art. 14). Answer: [Answer.WorkspaceStatus].
    record DestroyWorkspace(String workspace) implements Order {}

    /// What the guard says of a text, without running it. Answer: [Answer.Judgement].
    ///
    /// @param epsilonMilli for [Lane#INSTANT] the privacy loss to be spent, in thousandths, so that the
    ///     judgement can say
    ///     what is left; null for the enclave's default of 100
    record Judge(
            String workspace,
            Lane lane,
            String sql,
            Grant grant,
            @Nullable Integer epsilonMilli) implements Order {}

    /// Judge and run. A fast run is done when the answer comes; else its state is `RUNNING`: follow it with
    /// [ReadRun]. Answer: [Answer.RunStatus].
    ///
    /// @param run the platform's new id of the run; sending it again gives the run's state and does not run
    ///     twice
    /// @param epsilonMilli see [Judge]
    /// @param adjusted for [Lane#INSTANT] whether the noisy numbers are made to fit together (totals are the
    ///     sums of their groups, counts are not negative) or given as they were drawn; null for adjusted
    /// @param model for [Lane#MODEL] what is to be made from the rows; else null
    record Run(
            String workspace,
            String run,
            Lane lane,
            String sql,
            Grant grant,
            @Nullable Integer epsilonMilli,
            @Nullable Boolean adjusted,
            @Nullable ModelSpec model)
            implements Order {

        /// A run that makes no model.
        public Run(
                String workspace,
                String run,
                Lane lane,
                String sql,
                Grant grant,
                @Nullable Integer epsilonMilli,
                @Nullable Boolean adjusted) {
            this(workspace, run, lane, sql, grant, epsilonMilli, adjusted, null);
        }
    }

    /// Answer: [Answer.RunStatus]; rows only for [Lane#SYNTHETIC] and [Lane#INSTANT].
    record ReadRun(String run) implements Order {}

    /// Answer: [Answer.RunStatus].
    record CancelRun(String run) implements Order {}

    /// For the reviewers of a run in [Lane#REVIEWED] or [Lane#DATASET] that is done: the automatic checks and
    /// the result as it would be handed over. Answer: [Answer.Inspection].
    record InspectRelease(String run) implements Order {}

    /// Hand over the result of an approved release, to the organisation of who orders it: a data set carries
    /// its mark. From then on it counts as released when later ones are checked. Answer: [Answer.HandedOver].
    record HandOver(String run) implements Order {}

    /// Door: `PUT /leaks/{ticket}` with a CSV file that is suspected to be a part of what was delivered,
    /// once. The domain looks for the marks of all recipients in it and keeps nothing of it but what it
    /// found; read that with [ReadTrace].
    ///
    /// @param leak the platform's new id of the trace
    /// @param maxBytes a longer file is refused
    record TraceLeak(String leak, long maxBytes) implements Ticket {}

    /// Answer: [Answer.LeakTrace], state `WAITING` for a file that has not arrived.
    record ReadTrace(String leak) implements Order {}

    /// Who somebody is whose identity was proven (art. 37). The enclave keeps the number sealed and answers
    /// with a token that stands for it from then on; asked again, it gives the same. Answer:
    /// [Answer.SubjectToken].
    ///
    /// @param subjectKind `person` with an ID number, `enterprise` with a credit code
    /// @param number as it was proven; it is not entered in any log
    record IdentifySubject(String subjectKind, String number) implements Order {

        @Override
        public String toString() {
            return "IdentifySubject[" + subjectKind + "]";
        }
    }

    /// In which resources a subject has rows, and how many, in the newest version of each (art. 37).
    /// Resources about subjects of another kind are left out. Answer: [Answer.SubjectPlaces].
    ///
    /// @param subject token of [Answer.SubjectToken]
    record LocateSubject(String subject, List<String> resources) implements Order {

        public LocateSubject {
            resources = List.copyOf(resources);
        }
    }

    /// Door: `GET /copies/{ticket}` gives the rows of one subject as CSV, once: to the subject, or to the
    /// source department that is to decide about them.
    ///
    /// @param version 0 for the newest
    record FetchSubjectRows(String subject, String resource, int version) implements Ticket {}

    /// What has become of a subject's rows from one version to a later one, without any value. Answer:
    /// [Answer.SubjectChange].
    record CompareSubject(String subject, String resource, int before, int after) implements Order {}

    /// Keep a list of subjects in the place of what the list held before. Grants name lists: see
    /// [Grant.Subjects]. Answer: [Answer.Done].
    ///
    /// @param list the platform's id of the list
    /// @param revision greater than that of the list before
    /// @param subjects tokens; at most 1,000,000
    record KeepSubjects(String list, long revision, List<String> subjects) implements Order {

        public KeepSubjects {
            subjects = List.copyOf(subjects);
        }
    }

    /// Answer: [Answer.Budgets].
    record ReadBudgets(List<String> resources) implements Order {

        public ReadBudgets {
            resources = List.copyOf(resources);
        }
    }

    /// Entries of the enclave's own log, for supervision (art. 7). Answer: [Answer.LogPage].
    ///
    /// @param from index of the first entry, from 0
    /// @param limit at most so many, 1 to 1,000
    record ReadLog(long from, int limit) implements Order {}

    /// Answer: [Answer.HealthReport].
    record Health() implements Order {}
}
