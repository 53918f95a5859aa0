package org.countinghouse.server.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.springframework.beans.factory.annotation.Autowired;

@AnalyzeClasses(
    packages = "org.countinghouse",
    importOptions = {DoNotIncludeTests.class, NoTestJars.class})
class ArchitectureTests {

  @ArchTest
  static final ArchRule valuesKnowNoFramework =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.countinghouse.money..",
              "org.countinghouse.calendar..",
              "org.countinghouse.bankdetails..",
              "org.countinghouse.errors..",
              "org.countinghouse.ids..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "org.apache.ibatis..");

  @ArchTest
  static final ArchRule workflowsAloneImportTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.countinghouse.workflows..", "org.countinghouse.server..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.camunda..");

  @ArchTest
  static final ArchRule batchJobsAloneImportSpringBatch =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.countinghouse.batch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.batch..");

  @ArchTest
  static final ArchRule routesAloneImportCamel =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.countinghouse.routes..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule noBinaryFractions =
      noFields()
          .should()
          .haveRawType(double.class)
          .orShould()
          .haveRawType(float.class)
          .orShould()
          .haveRawType(Double.class)
          .orShould()
          .haveRawType(Float.class);

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule nothingIsInjectedIntoFields =
      fields().should().notBeAnnotatedWith(Autowired.class);

  @ArchTest
  static final ArchRule delegatesAndListenersStayInside =
      classes()
          .that(are(resideInAnyPackage("org.countinghouse.workflows..")))
          .and()
          .areAssignableTo("org.camunda.bpm.engine.delegate.JavaDelegate")
          .should()
          .notBePublic()
          .allowEmptyShould(true);
}
