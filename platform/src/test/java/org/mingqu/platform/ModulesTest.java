package org.mingqu.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Repository;

/// The house's own rules: who may know whom.
@DisplayNameGeneration(ReplaceUnderscores.class)
class ModulesTest {

    private static final JavaClasses PLATFORM =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackagesOf(Platform.class);

    @Test
    void each_room_uses_only_what_its_package_info_allows() {
        ApplicationModules.of(Platform.class).verify();
    }

    @Test
    void stores_are_nobody_elses_business() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .should()
                .notBePublic()
                .check(PLATFORM);
    }

    @Test
    void nobody_asks_what_time_it_is_but_the_clock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Instant.class, "now")
                .because("terms run from a day that tests and auditors must be able to set")
                .check(PLATFORM);
    }

    @Test
    void the_platform_cannot_reach_into_the_domain() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.mingqu.enclave..", "org.mingqu.guard..", "org.mingqu.privacy..", "org.duckdb..")
                .because("the platform never sees a raw row nor a data key")
                .check(PLATFORM);
    }
}
