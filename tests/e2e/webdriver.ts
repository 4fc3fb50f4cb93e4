// As much of WebDriver as a journey in Firefox needs: Playwright drives only a Firefox of its own making, and this is
// the one that people have.
import { type ChildProcess, spawn } from "node:child_process";
import { homedir } from "node:os";
import { join } from "node:path";

const program = process.env.LETASYL_GECKODRIVER ?? join(homedir(), ".cache/letasyl-xtask/tools/geckodriver-0.37.1/bin/geckodriver");
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** A Firefox that runs. */
export class Firefox {
  private constructor(
    private readonly driver: ChildProcess,
    private readonly session: string,
  ) {}

  static async start(): Promise<Firefox> {
    const driver = spawn(program, ["--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
    const port = await new Promise<string>((found, failed) => {
      let told = "";
      driver.stdout.setEncoding("utf8").on("data", (part: string) => {
        told += part;
        const address = /Listening on 127\.0\.0\.1:(\d+)/.exec(told)?.[1];
        if (address) found(address);
      });
      driver.once("error", failed);
      driver.once("exit", (code) => failed(new Error(`geckodriver ended with ${code}:\n${told}`)));
    });
    const wished = { browserName: "firefox", "moz:firefoxOptions": { args: ["-headless"], prefs: { "intl.accept_languages": "da" } } };
    const base = `http://127.0.0.1:${port}/session`;
    const { sessionId } = await send(base, { capabilities: { alwaysMatch: wished } });
    return new Firefox(driver, `${base}/${sessionId}`);
  }

  async stop(): Promise<void> {
    await fetch(this.session, { method: "DELETE" });
    const ended = new Promise((done) => this.driver.once("exit", done));
    this.driver.kill();
    await ended;
  }

  async open(url: string): Promise<void> {
    await send(`${this.session}/url`, { url });
  }

  /** What a script in the page answers. */
  async run<T>(script: string, ...args: unknown[]): Promise<T> {
    return send(`${this.session}/execute/sync`, { script: `return (${script})(...arguments)`, args });
  }

  /** The element once it is there; the driver waits for it. */
  private async find(xpath: string): Promise<string> {
    await send(`${this.session}/timeouts`, { implicit: 10_000 });
    const found = await send(`${this.session}/element`, { using: "xpath", value: xpath });
    return `${this.session}/element/${found[ELEMENT]}`;
  }

  async click(xpath: string): Promise<void> {
    await send(`${await this.find(xpath)}/click`, {});
  }

  async type(xpath: string, text: string): Promise<void> {
    await send(`${await this.find(xpath)}/value`, { text });
  }

  async text(xpath: string): Promise<string> {
    const answer = await fetch(`${await this.find(xpath)}/text`);
    return ((await answer.json()) as { value: string }).value;
  }
}

async function send(url: string, body: object): Promise<any> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
  if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}
