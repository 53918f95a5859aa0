package org.countinghouse.server.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TimeoutException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at the screen: the system's own Chromium, headless. */
public final class Browser implements AutoCloseable {

  /** Where people find their tasks. */
  public static final String TASKLIST = "/camunda/app/tasklist/";

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String PASSWORD = "countinghouse";
  private static final By CLAIM =
      By.xpath(
          "//button[contains(normalize-space(.), 'Claim')"
              + " or contains(normalize-space(.), 'übernehmen')]");
  private static final By COMPLETE = By.cssSelector("button[ng-click='complete()']");
  private static final List<Path> DRIVERS =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
  private static final List<Path> BROWSERS =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  private final ChromeDriver driver;
  private final String address;

  private Browser(ChromeDriver driver, String address) {
    this.driver = driver;
    this.address = address;
  }

  /** Whether this machine has a Chromium and its driver. */
  public static boolean isInstalled() {
    return find(DRIVERS).isPresent() && find(BROWSERS).isPresent();
  }

  /** A new browser that knows nothing of earlier ones, in this language. */
  public static Browser open(String address, String language) {
    var options = new ChromeOptions();
    options.setBinary(find(BROWSERS).orElseThrow().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--lang=" + language,
        "--accept-lang=" + language);
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(find(DRIVERS).orElseThrow().toFile())
            .build();
    var driver = new ChromeDriver(service, options);
    driver.manage().window().setSize(new Dimension(1500, 1100));
    return new Browser(driver, address);
  }

  private static Optional<Path> find(List<Path> candidates) {
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }

  /** Opens this path and logs in when asked to. */
  public void logIn(String path, String username, String password) {
    driver.get(address + path);
    see(By.name("username")).sendKeys(username);
    see(By.name("password")).sendKeys(password);
    see(By.cssSelector("button[type=submit], input[type=submit]")).click();
  }

  /** Opens this path; what follows a number sign leads nowhere new without a refresh. */
  public void go(String path) {
    driver.get(address + path);
  }

  /** The element once it is visible. */
  public WebElement see(By what) {
    return await(ExpectedConditions.visibilityOfElementLocated(what));
  }

  /** Clicks the element once it can be clicked. */
  public void click(By what) {
    await(ExpectedConditions.elementToBeClickable(what)).click();
  }

  /** Logs in to Tasklist and takes this task on. */
  public void takeOn(String task, String username) {
    logIn(TASKLIST, username, PASSWORD);
    read("Countinghouse");
    go(TASKLIST + "default/#/?task=" + task);
    driver.navigate().refresh();
    click(CLAIM);
  }

  /** Hands in the form of the task. */
  public void complete() {
    click(COMPLETE);
  }

  /** Types into the field of this label, in place of what stands there. */
  public void type(String label, String text) {
    WebElement field = scrollTo(By.cssSelector("input[aria-label='" + label + "']"));
    field.clear();
    field.sendKeys(text);
  }

  /** The element, in the middle of the screen. */
  public WebElement scrollTo(By what) {
    WebElement element = see(what);
    driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    return element;
  }

  /** Waits until this text can be read somewhere on the page. */
  public void read(String text) {
    await(ExpectedConditions.textToBePresentInElementLocated(By.tagName("body"), text));
  }

  /** In vain, the photograph shows what was there instead. */
  private <T> T await(ExpectedCondition<T> condition) {
    try {
      return new WebDriverWait(driver, PATIENCE).until(condition);
    } catch (TimeoutException e) {
      photograph("in-vain");
      throw e;
    }
  }

  public List<WebElement> all(By what) {
    return driver.findElements(what);
  }

  public String text() {
    return driver.findElement(By.tagName("body")).getText();
  }

  public ChromeDriver driver() {
    return driver;
  }

  /** Keeps what is on the screen for people to look at, and for the README. */
  public void photograph(String name) {
    Path folder = Path.of(System.getProperty("screenshots.dir", "target/screenshots"));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
