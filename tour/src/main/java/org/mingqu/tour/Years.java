package org.mingqu.tour;

import static org.mingqu.tour.Person.text;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/// Three years of the Measures, from the day on which they came into force to the day on which they end (art. 41):
/// selection, agreement, partners, data, applications over holidays, products, duties, rights, a leak, a risk, a
/// violation, a change of the rules, a revocation.
final class Years {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 10);
    private static final LocalDate LAST = LocalDate.of(2028, 1, 10);
    private static final YearMonth FORGOTTEN = YearMonth.of(2025, 11);

    private final Stage stage;
    private final DepartmentSystems systems;
    private final Options options;
    private final Days days;
    private final Diary diary;
    private final DutyYears duties;

    Years(Stage stage, DepartmentSystems systems, Options options) {
        this.stage = stage;
        this.systems = systems;
        this.options = options;
        this.days = stage.days();
        this.diary = stage.diary();
        this.duties = new DutyYears(stage, FORGOTTEN);
    }

    void live() {
        Expect.same("expect.first-day", FIRST, days.today());
        on(2025, 1, 13, "chapter.selection");
        new SelectionChapter(stage).play();
        on(2025, 3, 3, "chapter.mandate");
        var mandates = new MandateChapter(stage);
        var mandate = mandates.signed();
        duties.remits();
        days.eachMonth(duties::month);
        on(2025, 3, 10, "chapter.partners");
        var partners = new PartnerChapter(stage);
        partners.rules();
        partners.filed(stage.cast().partner());
        var leaving = partners.filed(stage.cast().stranger());
        on(2025, 3, 24, "chapter.data");
        var data = data();
        var first = firstUse(data);
        restOf2025(data, first);
        var second = year2026(data, first);
        year2027(data, mandates, mandate, partners, leaving, second);
        on(LAST.getYear(), LAST.getMonthValue(), LAST.getDayOfMonth(), "chapter.evidence");
        new MeasuresChapter(stage).green();
        var ledger = new LedgerChapter(stage, systems.directory(), options.locale());
        ledger.receipts();
        ledger.log(options.evidence());
        ledger.keyIsGone(options.evidence(), first.workspace());
    }

    private void on(int year, int month, int day, String chapter) {
        days.until(LocalDate.of(year, month, day));
        diary.chapter(chapter);
        diary.day(days.today());
    }

    /// What the departments have loaded.
    private record Data(Loaded leases, Loaded dwellings, Loaded contracts, Loaded households, Loaded residents) {

        List<Loaded> housing() {
            return List.of(leases, dwellings, contracts);
        }
    }

    private Data data() {
        var chapter = new DataChapter(stage, systems);
        var cast = stage.cast();
        var it = new Data(
                chapter.file(cast.housing(), "leases"),
                chapter.file(cast.housing(), "dwellings"),
                chapter.table(cast.housing(), "lease_contract"),
                chapter.file(cast.civilAffairs(), "households"),
                chapter.file(cast.civilAffairs(), "residents"));
        on(2025, 4, 1, "chapter.catalogue");
        new CatalogueChapter(stage, systems.directory().resolve(it.leases().as().origin()))
                .play(List.of(it.leases(), it.dwellings(), it.contracts(), it.households(), it.residents()));
        return it;
    }

    private Desk firstUse(Data data) {
        on(2025, 4, 7, "chapter.application");
        var agreement = new ApplicationChapter(stage).granted(data.housing(), List.of(data.households()));
        on(2025, 4, 14, "chapter.agreement");
        var desk = new Desk(stage, new AgreementChapter(stage, agreement).inForce());
        diary.chapter("chapter.workbench");
        var run = new WorkbenchChapter(stage, desk, data.leases(), data.contracts()).play();
        on(2025, 4, 21, "chapter.release");
        var release = new ReleaseChapter(stage).play(run);
        on(2025, 6, 3, "chapter.products");
        var products = new ProductChapter(stage, text(desk.now(), "title"));
        var product = products.filed(release);
        products.sold(product);
        on(2025, 6, 16, "chapter.exchange");
        var exchange = new ExchangeChapter(stage);
        exchange.listed(product);
        exchange.searched(text(desk.now(), "title"));
        on(2025, 7, 7, "chapter.demands");
        var demands = new DemandChapter(stage);
        demands.supplied(data.dwellings());
        demands.ofTheCity();
        on(2025, 8, 11, "chapter.quality");
        products.doubted(product);
        return desk;
    }

    private void restOf2025(Data data, Desk first) {
        on(2025, 9, 26, "chapter.silence");
        new SilenceChapter(stage)
                .play(
                        stage.words().of("years.autumn", stage.suffix()),
                        List.of(data.dwellings()),
                        List.of(data.households()),
                        List.of(LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 16), LocalDate.of(2025, 10, 23)));
        on(2025, 11, 10, "chapter.duties");
        duties.forgotten();
        on(2025, 12, 8, "chapter.rights");
        new RightsChapter(stage).play(data.residents());
        Expect.same("expect.open", "OPEN", text(first.now(), "state"));
    }

    private Desk year2026(Data data, Desk first) {
        on(2026, 2, 13, "chapter.spring");
        new SilenceChapter(stage)
                .play(
                        stage.words().of("years.spring", stage.suffix()),
                        List.of(data.dwellings()),
                        List.of(data.households()),
                        List.of(LocalDate.of(2026, 2, 27), LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 12)));
        on(2026, 4, 1, "chapter.disclosed");
        duties.disclosed();
        new RuleChapter(stage).changed(data.dwellings());
        on(2026, 5, 11, "chapter.leak");
        new LeakChapter(stage)
                .play(
                        first,
                        "SELECT area, rooms, built_year FROM "
                                + data.dwellings().name());
        on(2026, 6, 8, "chapter.incident");
        new IncidentChapter(stage).play(first);
        on(2026, 7, 6, "chapter.violation");
        new ViolationChapter(stage).play(first);
        on(2026, 11, 9, "chapter.calendar");
        new RuleChapter(stage)
                .published(
                        2027,
                        List.of(
                                LocalDate.of(2027, 1, 1),
                                LocalDate.of(2027, 2, 5),
                                LocalDate.of(2027, 4, 5),
                                LocalDate.of(2027, 5, 1),
                                LocalDate.of(2027, 10, 1)),
                        List.of(3, 7, 1, 5, 7));
        new RuleChapter(stage).back();
        on(2026, 11, 30, "chapter.again");
        var agreement = new ApplicationChapter(stage).granted(data.housing(), List.of(data.households()));
        return new Desk(stage, new AgreementChapter(stage, agreement).inForce());
    }

    private void year2027(
            Data data, MandateChapter mandates, String mandate, PartnerChapter partners, String leaving, Desk desk) {
        on(2027, 2, 22, "chapter.amended");
        mandates.amended(mandate);
        on(2027, 6, 1, "chapter.leaving");
        partners.left(stage.cast().stranger(), leaving);
        on(2027, 8, 2, "chapter.merger");
        new MergerChapter(stage).merged();
        on(2027, 10, 11, "chapter.revocation");
        mandates.revoked(mandate, desk, SupervisionChapter.heavy(data.dwellings()));
        on(2027, 11, 8, "chapter.calendar");
        new RuleChapter(stage).published(2028, List.of(LocalDate.of(2028, 1, 3)), List.of(1));
        diary.held("held.duties", duties.kept());
    }
}
