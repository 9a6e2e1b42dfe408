import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 24:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 313:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { Argument } = __nccwpck_require__(854);
const { Command } = __nccwpck_require__(600);
const { CommanderError, InvalidArgumentError } = __nccwpck_require__(851);
const { Help } = __nccwpck_require__(518);
const { Option } = __nccwpck_require__(596);

exports.DM = new Command();

exports.gu = (name) => new Command(name);
exports.Ww = (flags, description) => new Option(flags, description);
exports.er = (name, description) => new Argument(name, description);

/**
 * Expose classes
 */

exports.uB = Command;
exports.c$ = Option;
exports.ef = Argument;
exports._V = Help;

exports.b7 = CommanderError;
exports.Di = InvalidArgumentError;
exports.a2 = InvalidArgumentError; // Deprecated


/***/ }),

/***/ 854:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(851);

class Argument {
  /**
   * Initialize a new command argument with the given name and description.
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @param {string} name
   * @param {string} [description]
   */

  constructor(name, description) {
    this.description = description || '';
    this.variadic = false;
    this.parseArg = undefined;
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.argChoices = undefined;

    switch (name[0]) {
      case '<': // e.g. <required>
        this.required = true;
        this._name = name.slice(1, -1);
        break;
      case '[': // e.g. [optional]
        this.required = false;
        this._name = name.slice(1, -1);
        break;
      default:
        this.required = true;
        this._name = name;
        break;
    }

    if (this._name.endsWith('...')) {
      this.variadic = true;
      this._name = this._name.slice(0, -3);
    }
  }

  /**
   * Return argument name.
   *
   * @return {string}
   */

  name() {
    return this._name;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Argument}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Set the custom handler for processing CLI command arguments into argument values.
   *
   * @param {Function} [fn]
   * @return {Argument}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Only allow argument value to be one of choices.
   *
   * @param {string[]} values
   * @return {Argument}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Make argument required.
   *
   * @returns {Argument}
   */
  argRequired() {
    this.required = true;
    return this;
  }

  /**
   * Make argument optional.
   *
   * @returns {Argument}
   */
  argOptional() {
    this.required = false;
    return this;
  }
}

/**
 * Takes an argument and returns its human readable equivalent for help usage.
 *
 * @param {Argument} arg
 * @return {string}
 * @private
 */

function humanReadableArgName(arg) {
  const nameOutput = arg.name() + (arg.variadic === true ? '...' : '');

  return arg.required ? '<' + nameOutput + '>' : '[' + nameOutput + ']';
}

exports.Argument = Argument;
exports.humanReadableArgName = humanReadableArgName;


/***/ }),

/***/ 600:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const EventEmitter = (__nccwpck_require__(474).EventEmitter);
const childProcess = __nccwpck_require__(421);
const path = __nccwpck_require__(760);
const fs = __nccwpck_require__(24);
const process = __nccwpck_require__(708);

const { Argument, humanReadableArgName } = __nccwpck_require__(854);
const { CommanderError } = __nccwpck_require__(851);
const { Help, stripColor } = __nccwpck_require__(518);
const { Option, DualOptions } = __nccwpck_require__(596);
const { suggestSimilar } = __nccwpck_require__(266);

class Command extends EventEmitter {
  /**
   * Initialize a new `Command`.
   *
   * @param {string} [name]
   */

  constructor(name) {
    super();
    /** @type {Command[]} */
    this.commands = [];
    /** @type {Option[]} */
    this.options = [];
    this.parent = null;
    this._allowUnknownOption = false;
    this._allowExcessArguments = false;
    /** @type {Argument[]} */
    this.registeredArguments = [];
    this._args = this.registeredArguments; // deprecated old name
    /** @type {string[]} */
    this.args = []; // cli args with options removed
    this.rawArgs = [];
    this.processedArgs = []; // like .args but after custom processing and collecting variadic
    this._scriptPath = null;
    this._name = name || '';
    this._optionValues = {};
    this._optionValueSources = {}; // default, env, cli etc
    this._storeOptionsAsProperties = false;
    this._actionHandler = null;
    this._executableHandler = false;
    this._executableFile = null; // custom name for executable
    this._executableDir = null; // custom search directory for subcommands
    this._defaultCommandName = null;
    this._exitCallback = null;
    this._aliases = [];
    this._combineFlagAndOptionalValue = true;
    this._description = '';
    this._summary = '';
    this._argsDescription = undefined; // legacy
    this._enablePositionalOptions = false;
    this._passThroughOptions = false;
    this._lifeCycleHooks = {}; // a hash of arrays
    /** @type {(boolean | string)} */
    this._showHelpAfterError = false;
    this._showSuggestionAfterError = true;
    this._savedState = null; // used in save/restoreStateBeforeParse

    // see configureOutput() for docs
    this._outputConfiguration = {
      writeOut: (str) => process.stdout.write(str),
      writeErr: (str) => process.stderr.write(str),
      outputError: (str, write) => write(str),
      getOutHelpWidth: () =>
        process.stdout.isTTY ? process.stdout.columns : undefined,
      getErrHelpWidth: () =>
        process.stderr.isTTY ? process.stderr.columns : undefined,
      getOutHasColors: () =>
        useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
      getErrHasColors: () =>
        useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
      stripColor: (str) => stripColor(str),
    };

    this._hidden = false;
    /** @type {(Option | null | undefined)} */
    this._helpOption = undefined; // Lazy created on demand. May be null if help option is disabled.
    this._addImplicitHelpCommand = undefined; // undecided whether true or false yet, not inherited
    /** @type {Command} */
    this._helpCommand = undefined; // lazy initialised, inherited
    this._helpConfiguration = {};
    /** @type {string | undefined} */
    this._helpGroupHeading = undefined; // soft initialised when added to parent
    /** @type {string | undefined} */
    this._defaultCommandGroup = undefined;
    /** @type {string | undefined} */
    this._defaultOptionGroup = undefined;
  }

  /**
   * Copy settings that are useful to have in common across root command and subcommands.
   *
   * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
   *
   * @param {Command} sourceCommand
   * @return {Command} `this` command for chaining
   */
  copyInheritedSettings(sourceCommand) {
    this._outputConfiguration = sourceCommand._outputConfiguration;
    this._helpOption = sourceCommand._helpOption;
    this._helpCommand = sourceCommand._helpCommand;
    this._helpConfiguration = sourceCommand._helpConfiguration;
    this._exitCallback = sourceCommand._exitCallback;
    this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
    this._combineFlagAndOptionalValue =
      sourceCommand._combineFlagAndOptionalValue;
    this._allowExcessArguments = sourceCommand._allowExcessArguments;
    this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
    this._showHelpAfterError = sourceCommand._showHelpAfterError;
    this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;

    return this;
  }

  /**
   * @returns {Command[]}
   * @private
   */

  _getCommandAndAncestors() {
    const result = [];
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    for (let command = this; command; command = command.parent) {
      result.push(command);
    }
    return result;
  }

  /**
   * Define a command.
   *
   * There are two styles of command: pay attention to where to put the description.
   *
   * @example
   * // Command implemented using action handler (description is supplied separately to `.command`)
   * program
   *   .command('clone <source> [destination]')
   *   .description('clone a repository into a newly created directory')
   *   .action((source, destination) => {
   *     console.log('clone command called');
   *   });
   *
   * // Command implemented using separate executable file (description is second parameter to `.command`)
   * program
   *   .command('start <service>', 'start named service')
   *   .command('stop [service]', 'stop named service, or all if no name supplied');
   *
   * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
   * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
   * @param {object} [execOpts] - configuration options (for executable)
   * @return {Command} returns new command for action handler, or `this` for executable command
   */

  command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
    let desc = actionOptsOrExecDesc;
    let opts = execOpts;
    if (typeof desc === 'object' && desc !== null) {
      opts = desc;
      desc = null;
    }
    opts = opts || {};
    const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);

    const cmd = this.createCommand(name);
    if (desc) {
      cmd.description(desc);
      cmd._executableHandler = true;
    }
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    cmd._hidden = !!(opts.noHelp || opts.hidden); // noHelp is deprecated old name for hidden
    cmd._executableFile = opts.executableFile || null; // Custom name for executable file, set missing to null to match constructor
    if (args) cmd.arguments(args);
    this._registerCommand(cmd);
    cmd.parent = this;
    cmd.copyInheritedSettings(this);

    if (desc) return this;
    return cmd;
  }

  /**
   * Factory routine to create a new unattached command.
   *
   * See .command() for creating an attached subcommand, which uses this routine to
   * create the command. You can override createCommand to customise subcommands.
   *
   * @param {string} [name]
   * @return {Command} new command
   */

  createCommand(name) {
    return new Command(name);
  }

  /**
   * You can customise the help with a subclass of Help by overriding createHelp,
   * or by overriding Help properties using configureHelp().
   *
   * @return {Help}
   */

  createHelp() {
    return Object.assign(new Help(), this.configureHelp());
  }

  /**
   * You can customise the help by overriding Help properties using configureHelp(),
   * or with a subclass of Help by overriding createHelp().
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureHelp(configuration) {
    if (configuration === undefined) return this._helpConfiguration;

    this._helpConfiguration = configuration;
    return this;
  }

  /**
   * The default output goes to stdout and stderr. You can customise this for special
   * applications. You can also customise the display of errors by overriding outputError.
   *
   * The configuration properties are all functions:
   *
   *     // change how output being written, defaults to stdout and stderr
   *     writeOut(str)
   *     writeErr(str)
   *     // change how output being written for errors, defaults to writeErr
   *     outputError(str, write) // used for displaying errors and not used for displaying help
   *     // specify width for wrapping help
   *     getOutHelpWidth()
   *     getErrHelpWidth()
   *     // color support, currently only used with Help
   *     getOutHasColors()
   *     getErrHasColors()
   *     stripColor() // used to remove ANSI escape codes if output does not have colors
   *
   * @param {object} [configuration] - configuration options
   * @return {(Command | object)} `this` command for chaining, or stored configuration
   */

  configureOutput(configuration) {
    if (configuration === undefined) return this._outputConfiguration;

    this._outputConfiguration = {
      ...this._outputConfiguration,
      ...configuration,
    };
    return this;
  }

  /**
   * Display the help or a custom message after an error occurs.
   *
   * @param {(boolean|string)} [displayHelp]
   * @return {Command} `this` command for chaining
   */
  showHelpAfterError(displayHelp = true) {
    if (typeof displayHelp !== 'string') displayHelp = !!displayHelp;
    this._showHelpAfterError = displayHelp;
    return this;
  }

  /**
   * Display suggestion of similar commands for unknown commands, or options for unknown options.
   *
   * @param {boolean} [displaySuggestion]
   * @return {Command} `this` command for chaining
   */
  showSuggestionAfterError(displaySuggestion = true) {
    this._showSuggestionAfterError = !!displaySuggestion;
    return this;
  }

  /**
   * Add a prepared subcommand.
   *
   * See .command() for creating an attached subcommand which inherits settings from its parent.
   *
   * @param {Command} cmd - new subcommand
   * @param {object} [opts] - configuration options
   * @return {Command} `this` command for chaining
   */

  addCommand(cmd, opts) {
    if (!cmd._name) {
      throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
    }

    opts = opts || {};
    if (opts.isDefault) this._defaultCommandName = cmd._name;
    if (opts.noHelp || opts.hidden) cmd._hidden = true; // modifying passed command due to existing implementation

    this._registerCommand(cmd);
    cmd.parent = this;
    cmd._checkForBrokenPassThrough();

    return this;
  }

  /**
   * Factory routine to create a new unattached argument.
   *
   * See .argument() for creating an attached argument, which uses this routine to
   * create the argument. You can override createArgument to return a custom argument.
   *
   * @param {string} name
   * @param {string} [description]
   * @return {Argument} new argument
   */

  createArgument(name, description) {
    return new Argument(name, description);
  }

  /**
   * Define argument syntax for command.
   *
   * The default is that the argument is required, and you can explicitly
   * indicate this with <> around the name. Put [] around the name for an optional argument.
   *
   * @example
   * program.argument('<input-file>');
   * program.argument('[output-file]');
   *
   * @param {string} name
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom argument processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */
  argument(name, description, parseArg, defaultValue) {
    const argument = this.createArgument(name, description);
    if (typeof parseArg === 'function') {
      argument.default(defaultValue).argParser(parseArg);
    } else {
      argument.default(parseArg);
    }
    this.addArgument(argument);
    return this;
  }

  /**
   * Define argument syntax for command, adding multiple at once (without descriptions).
   *
   * See also .argument().
   *
   * @example
   * program.arguments('<cmd> [env]');
   *
   * @param {string} names
   * @return {Command} `this` command for chaining
   */

  arguments(names) {
    names
      .trim()
      .split(/ +/)
      .forEach((detail) => {
        this.argument(detail);
      });
    return this;
  }

  /**
   * Define argument syntax for command, adding a prepared argument.
   *
   * @param {Argument} argument
   * @return {Command} `this` command for chaining
   */
  addArgument(argument) {
    const previousArgument = this.registeredArguments.slice(-1)[0];
    if (previousArgument?.variadic) {
      throw new Error(
        `only the last argument can be variadic '${previousArgument.name()}'`,
      );
    }
    if (
      argument.required &&
      argument.defaultValue !== undefined &&
      argument.parseArg === undefined
    ) {
      throw new Error(
        `a default value for a required argument is never used: '${argument.name()}'`,
      );
    }
    this.registeredArguments.push(argument);
    return this;
  }

  /**
   * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
   *
   * @example
   *    program.helpCommand('help [cmd]');
   *    program.helpCommand('help [cmd]', 'show help');
   *    program.helpCommand(false); // suppress default help command
   *    program.helpCommand(true); // add help command even if no subcommands
   *
   * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
   * @param {string} [description] - custom description
   * @return {Command} `this` command for chaining
   */

  helpCommand(enableOrNameAndArgs, description) {
    if (typeof enableOrNameAndArgs === 'boolean') {
      this._addImplicitHelpCommand = enableOrNameAndArgs;
      if (enableOrNameAndArgs && this._defaultCommandGroup) {
        // make the command to store the group
        this._initCommandGroup(this._getHelpCommand());
      }
      return this;
    }

    const nameAndArgs = enableOrNameAndArgs ?? 'help [command]';
    const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
    const helpDescription = description ?? 'display help for command';

    const helpCommand = this.createCommand(helpName);
    helpCommand.helpOption(false);
    if (helpArgs) helpCommand.arguments(helpArgs);
    if (helpDescription) helpCommand.description(helpDescription);

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    // init group unless lazy create
    if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);

    return this;
  }

  /**
   * Add prepared custom help command.
   *
   * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
   * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
   * @return {Command} `this` command for chaining
   */
  addHelpCommand(helpCommand, deprecatedDescription) {
    // If not passed an object, call through to helpCommand for backwards compatibility,
    // as addHelpCommand was originally used like helpCommand is now.
    if (typeof helpCommand !== 'object') {
      this.helpCommand(helpCommand, deprecatedDescription);
      return this;
    }

    this._addImplicitHelpCommand = true;
    this._helpCommand = helpCommand;
    this._initCommandGroup(helpCommand);
    return this;
  }

  /**
   * Lazy create help command.
   *
   * @return {(Command|null)}
   * @package
   */
  _getHelpCommand() {
    const hasImplicitHelpCommand =
      this._addImplicitHelpCommand ??
      (this.commands.length &&
        !this._actionHandler &&
        !this._findCommand('help'));

    if (hasImplicitHelpCommand) {
      if (this._helpCommand === undefined) {
        this.helpCommand(undefined, undefined); // use default name and description
      }
      return this._helpCommand;
    }
    return null;
  }

  /**
   * Add hook for life cycle event.
   *
   * @param {string} event
   * @param {Function} listener
   * @return {Command} `this` command for chaining
   */

  hook(event, listener) {
    const allowedValues = ['preSubcommand', 'preAction', 'postAction'];
    if (!allowedValues.includes(event)) {
      throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
    }
    if (this._lifeCycleHooks[event]) {
      this._lifeCycleHooks[event].push(listener);
    } else {
      this._lifeCycleHooks[event] = [listener];
    }
    return this;
  }

  /**
   * Register callback to use as replacement for calling process.exit.
   *
   * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
   * @return {Command} `this` command for chaining
   */

  exitOverride(fn) {
    if (fn) {
      this._exitCallback = fn;
    } else {
      this._exitCallback = (err) => {
        if (err.code !== 'commander.executeSubCommandAsync') {
          throw err;
        } else {
          // Async callback from spawn events, not useful to throw.
        }
      };
    }
    return this;
  }

  /**
   * Call process.exit, and _exitCallback if defined.
   *
   * @param {number} exitCode exit code for using with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   * @return never
   * @private
   */

  _exit(exitCode, code, message) {
    if (this._exitCallback) {
      this._exitCallback(new CommanderError(exitCode, code, message));
      // Expecting this line is not reached.
    }
    process.exit(exitCode);
  }

  /**
   * Register callback `fn` for the command.
   *
   * @example
   * program
   *   .command('serve')
   *   .description('start service')
   *   .action(function() {
   *      // do work here
   *   });
   *
   * @param {Function} fn
   * @return {Command} `this` command for chaining
   */

  action(fn) {
    const listener = (args) => {
      // The .action callback takes an extra parameter which is the command or options.
      const expectedArgsCount = this.registeredArguments.length;
      const actionArgs = args.slice(0, expectedArgsCount);
      if (this._storeOptionsAsProperties) {
        actionArgs[expectedArgsCount] = this; // backwards compatible "options"
      } else {
        actionArgs[expectedArgsCount] = this.opts();
      }
      actionArgs.push(this);

      return fn.apply(this, actionArgs);
    };
    this._actionHandler = listener;
    return this;
  }

  /**
   * Factory routine to create a new unattached option.
   *
   * See .option() for creating an attached option, which uses this routine to
   * create the option. You can override createOption to return a custom option.
   *
   * @param {string} flags
   * @param {string} [description]
   * @return {Option} new option
   */

  createOption(flags, description) {
    return new Option(flags, description);
  }

  /**
   * Wrap parseArgs to catch 'commander.invalidArgument'.
   *
   * @param {(Option | Argument)} target
   * @param {string} value
   * @param {*} previous
   * @param {string} invalidArgumentMessage
   * @private
   */

  _callParseArg(target, value, previous, invalidArgumentMessage) {
    try {
      return target.parseArg(value, previous);
    } catch (err) {
      if (err.code === 'commander.invalidArgument') {
        const message = `${invalidArgumentMessage} ${err.message}`;
        this.error(message, { exitCode: err.exitCode, code: err.code });
      }
      throw err;
    }
  }

  /**
   * Check for option flag conflicts.
   * Register option if no conflicts found, or throw on conflict.
   *
   * @param {Option} option
   * @private
   */

  _registerOption(option) {
    const matchingOption =
      (option.short && this._findOption(option.short)) ||
      (option.long && this._findOption(option.long));
    if (matchingOption) {
      const matchingFlag =
        option.long && this._findOption(option.long)
          ? option.long
          : option.short;
      throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
    }

    this._initOptionGroup(option);
    this.options.push(option);
  }

  /**
   * Check for command name and alias conflicts with existing commands.
   * Register command if no conflicts found, or throw on conflict.
   *
   * @param {Command} command
   * @private
   */

  _registerCommand(command) {
    const knownBy = (cmd) => {
      return [cmd.name()].concat(cmd.aliases());
    };

    const alreadyUsed = knownBy(command).find((name) =>
      this._findCommand(name),
    );
    if (alreadyUsed) {
      const existingCmd = knownBy(this._findCommand(alreadyUsed)).join('|');
      const newCmd = knownBy(command).join('|');
      throw new Error(
        `cannot add command '${newCmd}' as already have command '${existingCmd}'`,
      );
    }

    this._initCommandGroup(command);
    this.commands.push(command);
  }

  /**
   * Add an option.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addOption(option) {
    this._registerOption(option);

    const oname = option.name();
    const name = option.attributeName();

    // store default value
    if (option.negate) {
      // --no-foo is special and defaults foo to true, unless a --foo option is already defined
      const positiveLongFlag = option.long.replace(/^--no-/, '--');
      if (!this._findOption(positiveLongFlag)) {
        this.setOptionValueWithSource(
          name,
          option.defaultValue === undefined ? true : option.defaultValue,
          'default',
        );
      }
    } else if (option.defaultValue !== undefined) {
      this.setOptionValueWithSource(name, option.defaultValue, 'default');
    }

    // handler for cli and env supplied values
    const handleOptionValue = (val, invalidValueMessage, valueSource) => {
      // val is null for optional option used without an optional-argument.
      // val is undefined for boolean and negated option.
      if (val == null && option.presetArg !== undefined) {
        val = option.presetArg;
      }

      // custom processing
      const oldValue = this.getOptionValue(name);
      if (val !== null && option.parseArg) {
        val = this._callParseArg(option, val, oldValue, invalidValueMessage);
      } else if (val !== null && option.variadic) {
        val = option._collectValue(val, oldValue);
      }

      // Fill-in appropriate missing values. Long winded but easy to follow.
      if (val == null) {
        if (option.negate) {
          val = false;
        } else if (option.isBoolean() || option.optional) {
          val = true;
        } else {
          val = ''; // not normal, parseArg might have failed or be a mock function for testing
        }
      }
      this.setOptionValueWithSource(name, val, valueSource);
    };

    this.on('option:' + oname, (val) => {
      const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
      handleOptionValue(val, invalidValueMessage, 'cli');
    });

    if (option.envVar) {
      this.on('optionEnv:' + oname, (val) => {
        const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
        handleOptionValue(val, invalidValueMessage, 'env');
      });
    }

    return this;
  }

  /**
   * Internal implementation shared by .option() and .requiredOption()
   *
   * @return {Command} `this` command for chaining
   * @private
   */
  _optionEx(config, flags, description, fn, defaultValue) {
    if (typeof flags === 'object' && flags instanceof Option) {
      throw new Error(
        'To add an Option object use addOption() instead of option() or requiredOption()',
      );
    }
    const option = this.createOption(flags, description);
    option.makeOptionMandatory(!!config.mandatory);
    if (typeof fn === 'function') {
      option.default(defaultValue).argParser(fn);
    } else if (fn instanceof RegExp) {
      // deprecated
      const regex = fn;
      fn = (val, def) => {
        const m = regex.exec(val);
        return m ? m[0] : def;
      };
      option.default(defaultValue).argParser(fn);
    } else {
      option.default(fn);
    }

    return this.addOption(option);
  }

  /**
   * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
   * option-argument is indicated by `<>` and an optional option-argument by `[]`.
   *
   * See the README for more details, and see also addOption() and requiredOption().
   *
   * @example
   * program
   *     .option('-p, --pepper', 'add pepper')
   *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
   *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
   *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  option(flags, description, parseArg, defaultValue) {
    return this._optionEx({}, flags, description, parseArg, defaultValue);
  }

  /**
   * Add a required option which must have a value after parsing. This usually means
   * the option must be specified on the command line. (Otherwise the same as .option().)
   *
   * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
   *
   * @param {string} flags
   * @param {string} [description]
   * @param {(Function|*)} [parseArg] - custom option processing function or default value
   * @param {*} [defaultValue]
   * @return {Command} `this` command for chaining
   */

  requiredOption(flags, description, parseArg, defaultValue) {
    return this._optionEx(
      { mandatory: true },
      flags,
      description,
      parseArg,
      defaultValue,
    );
  }

  /**
   * Alter parsing of short flags with optional values.
   *
   * @example
   * // for `.option('-f,--flag [value]'):
   * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
   * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
   *
   * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
   * @return {Command} `this` command for chaining
   */
  combineFlagAndOptionalValue(combine = true) {
    this._combineFlagAndOptionalValue = !!combine;
    return this;
  }

  /**
   * Allow unknown options on the command line.
   *
   * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
   * @return {Command} `this` command for chaining
   */
  allowUnknownOption(allowUnknown = true) {
    this._allowUnknownOption = !!allowUnknown;
    return this;
  }

  /**
   * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
   *
   * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
   * @return {Command} `this` command for chaining
   */
  allowExcessArguments(allowExcess = true) {
    this._allowExcessArguments = !!allowExcess;
    return this;
  }

  /**
   * Enable positional options. Positional means global options are specified before subcommands which lets
   * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
   * The default behaviour is non-positional and global options may appear anywhere on the command line.
   *
   * @param {boolean} [positional]
   * @return {Command} `this` command for chaining
   */
  enablePositionalOptions(positional = true) {
    this._enablePositionalOptions = !!positional;
    return this;
  }

  /**
   * Pass through options that come after command-arguments rather than treat them as command-options,
   * so actual command-options come before command-arguments. Turning this on for a subcommand requires
   * positional options to have been enabled on the program (parent commands).
   * The default behaviour is non-positional and options may appear before or after command-arguments.
   *
   * @param {boolean} [passThrough] for unknown options.
   * @return {Command} `this` command for chaining
   */
  passThroughOptions(passThrough = true) {
    this._passThroughOptions = !!passThrough;
    this._checkForBrokenPassThrough();
    return this;
  }

  /**
   * @private
   */

  _checkForBrokenPassThrough() {
    if (
      this.parent &&
      this._passThroughOptions &&
      !this.parent._enablePositionalOptions
    ) {
      throw new Error(
        `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`,
      );
    }
  }

  /**
   * Whether to store option values as properties on command object,
   * or store separately (specify false). In both cases the option values can be accessed using .opts().
   *
   * @param {boolean} [storeAsProperties=true]
   * @return {Command} `this` command for chaining
   */

  storeOptionsAsProperties(storeAsProperties = true) {
    if (this.options.length) {
      throw new Error('call .storeOptionsAsProperties() before adding options');
    }
    if (Object.keys(this._optionValues).length) {
      throw new Error(
        'call .storeOptionsAsProperties() before setting option values',
      );
    }
    this._storeOptionsAsProperties = !!storeAsProperties;
    return this;
  }

  /**
   * Retrieve option value.
   *
   * @param {string} key
   * @return {object} value
   */

  getOptionValue(key) {
    if (this._storeOptionsAsProperties) {
      return this[key];
    }
    return this._optionValues[key];
  }

  /**
   * Store option value.
   *
   * @param {string} key
   * @param {object} value
   * @return {Command} `this` command for chaining
   */

  setOptionValue(key, value) {
    return this.setOptionValueWithSource(key, value, undefined);
  }

  /**
   * Store option value and where the value came from.
   *
   * @param {string} key
   * @param {object} value
   * @param {string} source - expected values are default/config/env/cli/implied
   * @return {Command} `this` command for chaining
   */

  setOptionValueWithSource(key, value, source) {
    if (this._storeOptionsAsProperties) {
      this[key] = value;
    } else {
      this._optionValues[key] = value;
    }
    this._optionValueSources[key] = source;
    return this;
  }

  /**
   * Get source of option value.
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSource(key) {
    return this._optionValueSources[key];
  }

  /**
   * Get source of option value. See also .optsWithGlobals().
   * Expected values are default | config | env | cli | implied
   *
   * @param {string} key
   * @return {string}
   */

  getOptionValueSourceWithGlobals(key) {
    // global overwrites local, like optsWithGlobals
    let source;
    this._getCommandAndAncestors().forEach((cmd) => {
      if (cmd.getOptionValueSource(key) !== undefined) {
        source = cmd.getOptionValueSource(key);
      }
    });
    return source;
  }

  /**
   * Get user arguments from implied or explicit arguments.
   * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
   *
   * @private
   */

  _prepareUserArgs(argv, parseOptions) {
    if (argv !== undefined && !Array.isArray(argv)) {
      throw new Error('first parameter to parse must be array or undefined');
    }
    parseOptions = parseOptions || {};

    // auto-detect argument conventions if nothing supplied
    if (argv === undefined && parseOptions.from === undefined) {
      if (process.versions?.electron) {
        parseOptions.from = 'electron';
      }
      // check node specific options for scenarios where user CLI args follow executable without scriptname
      const execArgv = process.execArgv ?? [];
      if (
        execArgv.includes('-e') ||
        execArgv.includes('--eval') ||
        execArgv.includes('-p') ||
        execArgv.includes('--print')
      ) {
        parseOptions.from = 'eval'; // internal usage, not documented
      }
    }

    // default to using process.argv
    if (argv === undefined) {
      argv = process.argv;
    }
    this.rawArgs = argv.slice();

    // extract the user args and scriptPath
    let userArgs;
    switch (parseOptions.from) {
      case undefined:
      case 'node':
        this._scriptPath = argv[1];
        userArgs = argv.slice(2);
        break;
      case 'electron':
        // @ts-ignore: because defaultApp is an unknown property
        if (process.defaultApp) {
          this._scriptPath = argv[1];
          userArgs = argv.slice(2);
        } else {
          userArgs = argv.slice(1);
        }
        break;
      case 'user':
        userArgs = argv.slice(0);
        break;
      case 'eval':
        userArgs = argv.slice(1);
        break;
      default:
        throw new Error(
          `unexpected parse option { from: '${parseOptions.from}' }`,
        );
    }

    // Find default name for program from arguments.
    if (!this._name && this._scriptPath)
      this.nameFromFilename(this._scriptPath);
    this._name = this._name || 'program';

    return userArgs;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Use parseAsync instead of parse if any of your action handlers are async.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * program.parse(); // parse process.argv and auto-detect electron and special node flags
   * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
   * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv] - optional, defaults to process.argv
   * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
   * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
   * @return {Command} `this` command for chaining
   */

  parse(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    this._parseCommand([], userArgs);

    return this;
  }

  /**
   * Parse `argv`, setting options and invoking commands when defined.
   *
   * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
   *
   * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
   * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
   * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
   * - `'user'`: just user arguments
   *
   * @example
   * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
   * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
   * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
   *
   * @param {string[]} [argv]
   * @param {object} [parseOptions]
   * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
   * @return {Promise}
   */

  async parseAsync(argv, parseOptions) {
    this._prepareForParse();
    const userArgs = this._prepareUserArgs(argv, parseOptions);
    await this._parseCommand([], userArgs);

    return this;
  }

  _prepareForParse() {
    if (this._savedState === null) {
      this.saveStateBeforeParse();
    } else {
      this.restoreStateBeforeParse();
    }
  }

  /**
   * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state saved.
   */
  saveStateBeforeParse() {
    this._savedState = {
      // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
      _name: this._name,
      // option values before parse have default values (including false for negated options)
      // shallow clones
      _optionValues: { ...this._optionValues },
      _optionValueSources: { ...this._optionValueSources },
    };
  }

  /**
   * Restore state before parse for calls after the first.
   * Not usually called directly, but available for subclasses to save their custom state.
   *
   * This is called in a lazy way. Only commands used in parsing chain will have state restored.
   */
  restoreStateBeforeParse() {
    if (this._storeOptionsAsProperties)
      throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);

    // clear state from _prepareUserArgs
    this._name = this._savedState._name;
    this._scriptPath = null;
    this.rawArgs = [];
    // clear state from setOptionValueWithSource
    this._optionValues = { ...this._savedState._optionValues };
    this._optionValueSources = { ...this._savedState._optionValueSources };
    // clear state from _parseCommand
    this.args = [];
    // clear state from _processArguments
    this.processedArgs = [];
  }

  /**
   * Throw if expected executable is missing. Add lots of help for author.
   *
   * @param {string} executableFile
   * @param {string} executableDir
   * @param {string} subcommandName
   */
  _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
    if (fs.existsSync(executableFile)) return;

    const executableDirMessage = executableDir
      ? `searched for local subcommand relative to directory '${executableDir}'`
      : 'no directory for search for local subcommand, use .executableDir() to supply a custom directory';
    const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
    throw new Error(executableMissing);
  }

  /**
   * Execute a sub-command executable.
   *
   * @private
   */

  _executeSubCommand(subcommand, args) {
    args = args.slice();
    let launchWithNode = false; // Use node for source targets so do not need to get permissions correct, and on Windows.
    const sourceExt = ['.js', '.ts', '.tsx', '.mjs', '.cjs'];

    function findFile(baseDir, baseName) {
      // Look for specified file
      const localBin = path.resolve(baseDir, baseName);
      if (fs.existsSync(localBin)) return localBin;

      // Stop looking if candidate already has an expected extension.
      if (sourceExt.includes(path.extname(baseName))) return undefined;

      // Try all the extensions.
      const foundExt = sourceExt.find((ext) =>
        fs.existsSync(`${localBin}${ext}`),
      );
      if (foundExt) return `${localBin}${foundExt}`;

      return undefined;
    }

    // Not checking for help first. Unlikely to have mandatory and executable, and can't robustly test for help flags in external command.
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // executableFile and executableDir might be full path, or just a name
    let executableFile =
      subcommand._executableFile || `${this._name}-${subcommand._name}`;
    let executableDir = this._executableDir || '';
    if (this._scriptPath) {
      let resolvedScriptPath; // resolve possible symlink for installed npm binary
      try {
        resolvedScriptPath = fs.realpathSync(this._scriptPath);
      } catch {
        resolvedScriptPath = this._scriptPath;
      }
      executableDir = path.resolve(
        path.dirname(resolvedScriptPath),
        executableDir,
      );
    }

    // Look for a local file in preference to a command in PATH.
    if (executableDir) {
      let localFile = findFile(executableDir, executableFile);

      // Legacy search using prefix of script name instead of command name
      if (!localFile && !subcommand._executableFile && this._scriptPath) {
        const legacyName = path.basename(
          this._scriptPath,
          path.extname(this._scriptPath),
        );
        if (legacyName !== this._name) {
          localFile = findFile(
            executableDir,
            `${legacyName}-${subcommand._name}`,
          );
        }
      }
      executableFile = localFile || executableFile;
    }

    launchWithNode = sourceExt.includes(path.extname(executableFile));

    let proc;
    if (process.platform !== 'win32') {
      if (launchWithNode) {
        args.unshift(executableFile);
        // add executable arguments to spawn
        args = incrementNodeInspectorPort(process.execArgv).concat(args);

        proc = childProcess.spawn(process.argv[0], args, { stdio: 'inherit' });
      } else {
        proc = childProcess.spawn(executableFile, args, { stdio: 'inherit' });
      }
    } else {
      this._checkForMissingExecutable(
        executableFile,
        executableDir,
        subcommand._name,
      );
      args.unshift(executableFile);
      // add executable arguments to spawn
      args = incrementNodeInspectorPort(process.execArgv).concat(args);
      proc = childProcess.spawn(process.execPath, args, { stdio: 'inherit' });
    }

    if (!proc.killed) {
      // testing mainly to avoid leak warnings during unit tests with mocked spawn
      const signals = ['SIGUSR1', 'SIGUSR2', 'SIGTERM', 'SIGINT', 'SIGHUP'];
      signals.forEach((signal) => {
        process.on(signal, () => {
          if (proc.killed === false && proc.exitCode === null) {
            // @ts-ignore because signals not typed to known strings
            proc.kill(signal);
          }
        });
      });
    }

    // By default terminate process when spawned process terminates.
    const exitCallback = this._exitCallback;
    proc.on('close', (code) => {
      code = code ?? 1; // code is null if spawned process terminated due to a signal
      if (!exitCallback) {
        process.exit(code);
      } else {
        exitCallback(
          new CommanderError(
            code,
            'commander.executeSubCommandAsync',
            '(close)',
          ),
        );
      }
    });
    proc.on('error', (err) => {
      // @ts-ignore: because err.code is an unknown property
      if (err.code === 'ENOENT') {
        this._checkForMissingExecutable(
          executableFile,
          executableDir,
          subcommand._name,
        );
        // @ts-ignore: because err.code is an unknown property
      } else if (err.code === 'EACCES') {
        throw new Error(`'${executableFile}' not executable`);
      }
      if (!exitCallback) {
        process.exit(1);
      } else {
        const wrappedError = new CommanderError(
          1,
          'commander.executeSubCommandAsync',
          '(error)',
        );
        wrappedError.nestedError = err;
        exitCallback(wrappedError);
      }
    });

    // Store the reference to the child process
    this.runningCommand = proc;
  }

  /**
   * @private
   */

  _dispatchSubcommand(commandName, operands, unknown) {
    const subCommand = this._findCommand(commandName);
    if (!subCommand) this.help({ error: true });

    subCommand._prepareForParse();
    let promiseChain;
    promiseChain = this._chainOrCallSubCommandHook(
      promiseChain,
      subCommand,
      'preSubcommand',
    );
    promiseChain = this._chainOrCall(promiseChain, () => {
      if (subCommand._executableHandler) {
        this._executeSubCommand(subCommand, operands.concat(unknown));
      } else {
        return subCommand._parseCommand(operands, unknown);
      }
    });
    return promiseChain;
  }

  /**
   * Invoke help directly if possible, or dispatch if necessary.
   * e.g. help foo
   *
   * @private
   */

  _dispatchHelpCommand(subcommandName) {
    if (!subcommandName) {
      this.help();
    }
    const subCommand = this._findCommand(subcommandName);
    if (subCommand && !subCommand._executableHandler) {
      subCommand.help();
    }

    // Fallback to parsing the help flag to invoke the help.
    return this._dispatchSubcommand(
      subcommandName,
      [],
      [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? '--help'],
    );
  }

  /**
   * Check this.args against expected this.registeredArguments.
   *
   * @private
   */

  _checkNumberOfArguments() {
    // too few
    this.registeredArguments.forEach((arg, i) => {
      if (arg.required && this.args[i] == null) {
        this.missingArgument(arg.name());
      }
    });
    // too many
    if (
      this.registeredArguments.length > 0 &&
      this.registeredArguments[this.registeredArguments.length - 1].variadic
    ) {
      return;
    }
    if (this.args.length > this.registeredArguments.length) {
      this._excessArguments(this.args);
    }
  }

  /**
   * Process this.args using this.registeredArguments and save as this.processedArgs!
   *
   * @private
   */

  _processArguments() {
    const myParseArg = (argument, value, previous) => {
      // Extra processing for nice error message on parsing failure.
      let parsedValue = value;
      if (value !== null && argument.parseArg) {
        const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
        parsedValue = this._callParseArg(
          argument,
          value,
          previous,
          invalidValueMessage,
        );
      }
      return parsedValue;
    };

    this._checkNumberOfArguments();

    const processedArgs = [];
    this.registeredArguments.forEach((declaredArg, index) => {
      let value = declaredArg.defaultValue;
      if (declaredArg.variadic) {
        // Collect together remaining arguments for passing together as an array.
        if (index < this.args.length) {
          value = this.args.slice(index);
          if (declaredArg.parseArg) {
            value = value.reduce((processed, v) => {
              return myParseArg(declaredArg, v, processed);
            }, declaredArg.defaultValue);
          }
        } else if (value === undefined) {
          value = [];
        }
      } else if (index < this.args.length) {
        value = this.args[index];
        if (declaredArg.parseArg) {
          value = myParseArg(declaredArg, value, declaredArg.defaultValue);
        }
      }
      processedArgs[index] = value;
    });
    this.processedArgs = processedArgs;
  }

  /**
   * Once we have a promise we chain, but call synchronously until then.
   *
   * @param {(Promise|undefined)} promise
   * @param {Function} fn
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCall(promise, fn) {
    // thenable
    if (promise?.then && typeof promise.then === 'function') {
      // already have a promise, chain callback
      return promise.then(() => fn());
    }
    // callback might return a promise
    return fn();
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallHooks(promise, event) {
    let result = promise;
    const hooks = [];
    this._getCommandAndAncestors()
      .reverse()
      .filter((cmd) => cmd._lifeCycleHooks[event] !== undefined)
      .forEach((hookedCommand) => {
        hookedCommand._lifeCycleHooks[event].forEach((callback) => {
          hooks.push({ hookedCommand, callback });
        });
      });
    if (event === 'postAction') {
      hooks.reverse();
    }

    hooks.forEach((hookDetail) => {
      result = this._chainOrCall(result, () => {
        return hookDetail.callback(hookDetail.hookedCommand, this);
      });
    });
    return result;
  }

  /**
   *
   * @param {(Promise|undefined)} promise
   * @param {Command} subCommand
   * @param {string} event
   * @return {(Promise|undefined)}
   * @private
   */

  _chainOrCallSubCommandHook(promise, subCommand, event) {
    let result = promise;
    if (this._lifeCycleHooks[event] !== undefined) {
      this._lifeCycleHooks[event].forEach((hook) => {
        result = this._chainOrCall(result, () => {
          return hook(this, subCommand);
        });
      });
    }
    return result;
  }

  /**
   * Process arguments in context of this command.
   * Returns action result, in case it is a promise.
   *
   * @private
   */

  _parseCommand(operands, unknown) {
    const parsed = this.parseOptions(unknown);
    this._parseOptionsEnv(); // after cli, so parseArg not called on both cli and env
    this._parseOptionsImplied();
    operands = operands.concat(parsed.operands);
    unknown = parsed.unknown;
    this.args = operands.concat(unknown);

    if (operands && this._findCommand(operands[0])) {
      return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
    }
    if (
      this._getHelpCommand() &&
      operands[0] === this._getHelpCommand().name()
    ) {
      return this._dispatchHelpCommand(operands[1]);
    }
    if (this._defaultCommandName) {
      this._outputHelpIfRequested(unknown); // Run the help for default command from parent rather than passing to default command
      return this._dispatchSubcommand(
        this._defaultCommandName,
        operands,
        unknown,
      );
    }
    if (
      this.commands.length &&
      this.args.length === 0 &&
      !this._actionHandler &&
      !this._defaultCommandName
    ) {
      // probably missing subcommand and no handler, user needs help (and exit)
      this.help({ error: true });
    }

    this._outputHelpIfRequested(parsed.unknown);
    this._checkForMissingMandatoryOptions();
    this._checkForConflictingOptions();

    // We do not always call this check to avoid masking a "better" error, like unknown command.
    const checkForUnknownOptions = () => {
      if (parsed.unknown.length > 0) {
        this.unknownOption(parsed.unknown[0]);
      }
    };

    const commandEvent = `command:${this.name()}`;
    if (this._actionHandler) {
      checkForUnknownOptions();
      this._processArguments();

      let promiseChain;
      promiseChain = this._chainOrCallHooks(promiseChain, 'preAction');
      promiseChain = this._chainOrCall(promiseChain, () =>
        this._actionHandler(this.processedArgs),
      );
      if (this.parent) {
        promiseChain = this._chainOrCall(promiseChain, () => {
          this.parent.emit(commandEvent, operands, unknown); // legacy
        });
      }
      promiseChain = this._chainOrCallHooks(promiseChain, 'postAction');
      return promiseChain;
    }
    if (this.parent?.listenerCount(commandEvent)) {
      checkForUnknownOptions();
      this._processArguments();
      this.parent.emit(commandEvent, operands, unknown); // legacy
    } else if (operands.length) {
      if (this._findCommand('*')) {
        // legacy default command
        return this._dispatchSubcommand('*', operands, unknown);
      }
      if (this.listenerCount('command:*')) {
        // skip option check, emit event for possible misspelling suggestion
        this.emit('command:*', operands, unknown);
      } else if (this.commands.length) {
        this.unknownCommand();
      } else {
        checkForUnknownOptions();
        this._processArguments();
      }
    } else if (this.commands.length) {
      checkForUnknownOptions();
      // This command has subcommands and nothing hooked up at this level, so display help (and exit).
      this.help({ error: true });
    } else {
      checkForUnknownOptions();
      this._processArguments();
      // fall through for caller to handle after calling .parse()
    }
  }

  /**
   * Find matching command.
   *
   * @private
   * @return {Command | undefined}
   */
  _findCommand(name) {
    if (!name) return undefined;
    return this.commands.find(
      (cmd) => cmd._name === name || cmd._aliases.includes(name),
    );
  }

  /**
   * Return an option matching `arg` if any.
   *
   * @param {string} arg
   * @return {Option}
   * @package
   */

  _findOption(arg) {
    return this.options.find((option) => option.is(arg));
  }

  /**
   * Display an error message if a mandatory option does not have a value.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */

  _checkForMissingMandatoryOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd.options.forEach((anOption) => {
        if (
          anOption.mandatory &&
          cmd.getOptionValue(anOption.attributeName()) === undefined
        ) {
          cmd.missingMandatoryOptionValue(anOption);
        }
      });
    });
  }

  /**
   * Display an error message if conflicting options are used together in this.
   *
   * @private
   */
  _checkForConflictingLocalOptions() {
    const definedNonDefaultOptions = this.options.filter((option) => {
      const optionKey = option.attributeName();
      if (this.getOptionValue(optionKey) === undefined) {
        return false;
      }
      return this.getOptionValueSource(optionKey) !== 'default';
    });

    const optionsWithConflicting = definedNonDefaultOptions.filter(
      (option) => option.conflictsWith.length > 0,
    );

    optionsWithConflicting.forEach((option) => {
      const conflictingAndDefined = definedNonDefaultOptions.find((defined) =>
        option.conflictsWith.includes(defined.attributeName()),
      );
      if (conflictingAndDefined) {
        this._conflictingOption(option, conflictingAndDefined);
      }
    });
  }

  /**
   * Display an error message if conflicting options are used together.
   * Called after checking for help flags in leaf subcommand.
   *
   * @private
   */
  _checkForConflictingOptions() {
    // Walk up hierarchy so can call in subcommand after checking for displaying help.
    this._getCommandAndAncestors().forEach((cmd) => {
      cmd._checkForConflictingLocalOptions();
    });
  }

  /**
   * Parse options from `argv` removing known options,
   * and return argv split into operands and unknown arguments.
   *
   * Side effects: modifies command by storing options. Does not reset state if called again.
   *
   * Examples:
   *
   *     argv => operands, unknown
   *     --known kkk op => [op], []
   *     op --known kkk => [op], []
   *     sub --unknown uuu op => [sub], [--unknown uuu op]
   *     sub -- --unknown uuu op => [sub --unknown uuu op], []
   *
   * @param {string[]} args
   * @return {{operands: string[], unknown: string[]}}
   */

  parseOptions(args) {
    const operands = []; // operands, not options or values
    const unknown = []; // first unknown option and remaining unknown args
    let dest = operands;

    function maybeOption(arg) {
      return arg.length > 1 && arg[0] === '-';
    }

    const negativeNumberArg = (arg) => {
      // return false if not a negative number
      if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
      // negative number is ok unless digit used as an option in command hierarchy
      return !this._getCommandAndAncestors().some((cmd) =>
        cmd.options
          .map((opt) => opt.short)
          .some((short) => /^-\d$/.test(short)),
      );
    };

    // parse options
    let activeVariadicOption = null;
    let activeGroup = null; // working through group of short options, like -abc
    let i = 0;
    while (i < args.length || activeGroup) {
      const arg = activeGroup ?? args[i++];
      activeGroup = null;

      // literal
      if (arg === '--') {
        if (dest === unknown) dest.push(arg);
        dest.push(...args.slice(i));
        break;
      }

      if (
        activeVariadicOption &&
        (!maybeOption(arg) || negativeNumberArg(arg))
      ) {
        this.emit(`option:${activeVariadicOption.name()}`, arg);
        continue;
      }
      activeVariadicOption = null;

      if (maybeOption(arg)) {
        const option = this._findOption(arg);
        // recognised option, call listener to assign value with possible custom processing
        if (option) {
          if (option.required) {
            const value = args[i++];
            if (value === undefined) this.optionMissingArgument(option);
            this.emit(`option:${option.name()}`, value);
          } else if (option.optional) {
            let value = null;
            // historical behaviour is optional value is following arg unless an option
            if (
              i < args.length &&
              (!maybeOption(args[i]) || negativeNumberArg(args[i]))
            ) {
              value = args[i++];
            }
            this.emit(`option:${option.name()}`, value);
          } else {
            // boolean flag
            this.emit(`option:${option.name()}`);
          }
          activeVariadicOption = option.variadic ? option : null;
          continue;
        }
      }

      // Look for combo options following single dash, eat first one if known.
      if (arg.length > 2 && arg[0] === '-' && arg[1] !== '-') {
        const option = this._findOption(`-${arg[1]}`);
        if (option) {
          if (
            option.required ||
            (option.optional && this._combineFlagAndOptionalValue)
          ) {
            // option with value following in same argument
            this.emit(`option:${option.name()}`, arg.slice(2));
          } else {
            // boolean option
            this.emit(`option:${option.name()}`);
            // remove the processed option and keep processing group
            activeGroup = `-${arg.slice(2)}`;
          }
          continue;
        }
      }

      // Look for known long flag with value, like --foo=bar
      if (/^--[^=]+=/.test(arg)) {
        const index = arg.indexOf('=');
        const option = this._findOption(arg.slice(0, index));
        if (option && (option.required || option.optional)) {
          this.emit(`option:${option.name()}`, arg.slice(index + 1));
          continue;
        }
      }

      // Not a recognised option by this command.
      // Might be a command-argument, or subcommand option, or unknown option, or help command or option.

      // An unknown option means further arguments also classified as unknown so can be reprocessed by subcommands.
      // A negative number in a leaf command is not an unknown option.
      if (
        dest === operands &&
        maybeOption(arg) &&
        !(this.commands.length === 0 && negativeNumberArg(arg))
      ) {
        dest = unknown;
      }

      // If using positionalOptions, stop processing our options at subcommand.
      if (
        (this._enablePositionalOptions || this._passThroughOptions) &&
        operands.length === 0 &&
        unknown.length === 0
      ) {
        if (this._findCommand(arg)) {
          operands.push(arg);
          unknown.push(...args.slice(i));
          break;
        } else if (
          this._getHelpCommand() &&
          arg === this._getHelpCommand().name()
        ) {
          operands.push(arg, ...args.slice(i));
          break;
        } else if (this._defaultCommandName) {
          unknown.push(arg, ...args.slice(i));
          break;
        }
      }

      // If using passThroughOptions, stop processing options at first command-argument.
      if (this._passThroughOptions) {
        dest.push(arg, ...args.slice(i));
        break;
      }

      // add arg
      dest.push(arg);
    }

    return { operands, unknown };
  }

  /**
   * Return an object containing local option values as key-value pairs.
   *
   * @return {object}
   */
  opts() {
    if (this._storeOptionsAsProperties) {
      // Preserve original behaviour so backwards compatible when still using properties
      const result = {};
      const len = this.options.length;

      for (let i = 0; i < len; i++) {
        const key = this.options[i].attributeName();
        result[key] =
          key === this._versionOptionName ? this._version : this[key];
      }
      return result;
    }

    return this._optionValues;
  }

  /**
   * Return an object containing merged local and global option values as key-value pairs.
   *
   * @return {object}
   */
  optsWithGlobals() {
    // globals overwrite locals
    return this._getCommandAndAncestors().reduce(
      (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
      {},
    );
  }

  /**
   * Display error message and exit (or call exitOverride).
   *
   * @param {string} message
   * @param {object} [errorOptions]
   * @param {string} [errorOptions.code] - an id string representing the error
   * @param {number} [errorOptions.exitCode] - used with process.exit
   */
  error(message, errorOptions) {
    // output handling
    this._outputConfiguration.outputError(
      `${message}\n`,
      this._outputConfiguration.writeErr,
    );
    if (typeof this._showHelpAfterError === 'string') {
      this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
    } else if (this._showHelpAfterError) {
      this._outputConfiguration.writeErr('\n');
      this.outputHelp({ error: true });
    }

    // exit handling
    const config = errorOptions || {};
    const exitCode = config.exitCode || 1;
    const code = config.code || 'commander.error';
    this._exit(exitCode, code, message);
  }

  /**
   * Apply any option related environment variables, if option does
   * not have a value from cli or client code.
   *
   * @private
   */
  _parseOptionsEnv() {
    this.options.forEach((option) => {
      if (option.envVar && option.envVar in process.env) {
        const optionKey = option.attributeName();
        // Priority check. Do not overwrite cli or options from unknown source (client-code).
        if (
          this.getOptionValue(optionKey) === undefined ||
          ['default', 'config', 'env'].includes(
            this.getOptionValueSource(optionKey),
          )
        ) {
          if (option.required || option.optional) {
            // option can take a value
            // keep very simple, optional always takes value
            this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
          } else {
            // boolean
            // keep very simple, only care that envVar defined and not the value
            this.emit(`optionEnv:${option.name()}`);
          }
        }
      }
    });
  }

  /**
   * Apply any implied option values, if option is undefined or default value.
   *
   * @private
   */
  _parseOptionsImplied() {
    const dualHelper = new DualOptions(this.options);
    const hasCustomOptionValue = (optionKey) => {
      return (
        this.getOptionValue(optionKey) !== undefined &&
        !['default', 'implied'].includes(this.getOptionValueSource(optionKey))
      );
    };
    this.options
      .filter(
        (option) =>
          option.implied !== undefined &&
          hasCustomOptionValue(option.attributeName()) &&
          dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option,
          ),
      )
      .forEach((option) => {
        Object.keys(option.implied)
          .filter((impliedKey) => !hasCustomOptionValue(impliedKey))
          .forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              'implied',
            );
          });
      });
  }

  /**
   * Argument `name` is missing.
   *
   * @param {string} name
   * @private
   */

  missingArgument(name) {
    const message = `error: missing required argument '${name}'`;
    this.error(message, { code: 'commander.missingArgument' });
  }

  /**
   * `Option` is missing an argument.
   *
   * @param {Option} option
   * @private
   */

  optionMissingArgument(option) {
    const message = `error: option '${option.flags}' argument missing`;
    this.error(message, { code: 'commander.optionMissingArgument' });
  }

  /**
   * `Option` does not have a value, and is a mandatory option.
   *
   * @param {Option} option
   * @private
   */

  missingMandatoryOptionValue(option) {
    const message = `error: required option '${option.flags}' not specified`;
    this.error(message, { code: 'commander.missingMandatoryOptionValue' });
  }

  /**
   * `Option` conflicts with another option.
   *
   * @param {Option} option
   * @param {Option} conflictingOption
   * @private
   */
  _conflictingOption(option, conflictingOption) {
    // The calling code does not know whether a negated option is the source of the
    // value, so do some work to take an educated guess.
    const findBestOptionFromValue = (option) => {
      const optionKey = option.attributeName();
      const optionValue = this.getOptionValue(optionKey);
      const negativeOption = this.options.find(
        (target) => target.negate && optionKey === target.attributeName(),
      );
      const positiveOption = this.options.find(
        (target) => !target.negate && optionKey === target.attributeName(),
      );
      if (
        negativeOption &&
        ((negativeOption.presetArg === undefined && optionValue === false) ||
          (negativeOption.presetArg !== undefined &&
            optionValue === negativeOption.presetArg))
      ) {
        return negativeOption;
      }
      return positiveOption || option;
    };

    const getErrorMessage = (option) => {
      const bestOption = findBestOptionFromValue(option);
      const optionKey = bestOption.attributeName();
      const source = this.getOptionValueSource(optionKey);
      if (source === 'env') {
        return `environment variable '${bestOption.envVar}'`;
      }
      return `option '${bestOption.flags}'`;
    };

    const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
    this.error(message, { code: 'commander.conflictingOption' });
  }

  /**
   * Unknown option `flag`.
   *
   * @param {string} flag
   * @private
   */

  unknownOption(flag) {
    if (this._allowUnknownOption) return;
    let suggestion = '';

    if (flag.startsWith('--') && this._showSuggestionAfterError) {
      // Looping to pick up the global options too
      let candidateFlags = [];
      // eslint-disable-next-line @typescript-eslint/no-this-alias
      let command = this;
      do {
        const moreFlags = command
          .createHelp()
          .visibleOptions(command)
          .filter((option) => option.long)
          .map((option) => option.long);
        candidateFlags = candidateFlags.concat(moreFlags);
        command = command.parent;
      } while (command && !command._enablePositionalOptions);
      suggestion = suggestSimilar(flag, candidateFlags);
    }

    const message = `error: unknown option '${flag}'${suggestion}`;
    this.error(message, { code: 'commander.unknownOption' });
  }

  /**
   * Excess arguments, more than expected.
   *
   * @param {string[]} receivedArgs
   * @private
   */

  _excessArguments(receivedArgs) {
    if (this._allowExcessArguments) return;

    const expected = this.registeredArguments.length;
    const s = expected === 1 ? '' : 's';
    const forSubcommand = this.parent ? ` for '${this.name()}'` : '';
    const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
    this.error(message, { code: 'commander.excessArguments' });
  }

  /**
   * Unknown command.
   *
   * @private
   */

  unknownCommand() {
    const unknownName = this.args[0];
    let suggestion = '';

    if (this._showSuggestionAfterError) {
      const candidateNames = [];
      this.createHelp()
        .visibleCommands(this)
        .forEach((command) => {
          candidateNames.push(command.name());
          // just visible alias
          if (command.alias()) candidateNames.push(command.alias());
        });
      suggestion = suggestSimilar(unknownName, candidateNames);
    }

    const message = `error: unknown command '${unknownName}'${suggestion}`;
    this.error(message, { code: 'commander.unknownCommand' });
  }

  /**
   * Get or set the program version.
   *
   * This method auto-registers the "-V, --version" option which will print the version number.
   *
   * You can optionally supply the flags and description to override the defaults.
   *
   * @param {string} [str]
   * @param {string} [flags]
   * @param {string} [description]
   * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
   */

  version(str, flags, description) {
    if (str === undefined) return this._version;
    this._version = str;
    flags = flags || '-V, --version';
    description = description || 'output the version number';
    const versionOption = this.createOption(flags, description);
    this._versionOptionName = versionOption.attributeName();
    this._registerOption(versionOption);

    this.on('option:' + versionOption.name(), () => {
      this._outputConfiguration.writeOut(`${str}\n`);
      this._exit(0, 'commander.version', str);
    });
    return this;
  }

  /**
   * Set the description.
   *
   * @param {string} [str]
   * @param {object} [argsDescription]
   * @return {(string|Command)}
   */
  description(str, argsDescription) {
    if (str === undefined && argsDescription === undefined)
      return this._description;
    this._description = str;
    if (argsDescription) {
      this._argsDescription = argsDescription;
    }
    return this;
  }

  /**
   * Set the summary. Used when listed as subcommand of parent.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */
  summary(str) {
    if (str === undefined) return this._summary;
    this._summary = str;
    return this;
  }

  /**
   * Set an alias for the command.
   *
   * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
   *
   * @param {string} [alias]
   * @return {(string|Command)}
   */

  alias(alias) {
    if (alias === undefined) return this._aliases[0]; // just return first, for backwards compatibility

    /** @type {Command} */
    // eslint-disable-next-line @typescript-eslint/no-this-alias
    let command = this;
    if (
      this.commands.length !== 0 &&
      this.commands[this.commands.length - 1]._executableHandler
    ) {
      // assume adding alias for last added executable subcommand, rather than this
      command = this.commands[this.commands.length - 1];
    }

    if (alias === command._name)
      throw new Error("Command alias can't be the same as its name");
    const matchingCommand = this.parent?._findCommand(alias);
    if (matchingCommand) {
      // c.f. _registerCommand
      const existingCmd = [matchingCommand.name()]
        .concat(matchingCommand.aliases())
        .join('|');
      throw new Error(
        `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`,
      );
    }

    command._aliases.push(alias);
    return this;
  }

  /**
   * Set aliases for the command.
   *
   * Only the first alias is shown in the auto-generated help.
   *
   * @param {string[]} [aliases]
   * @return {(string[]|Command)}
   */

  aliases(aliases) {
    // Getter for the array of aliases is the main reason for having aliases() in addition to alias().
    if (aliases === undefined) return this._aliases;

    aliases.forEach((alias) => this.alias(alias));
    return this;
  }

  /**
   * Set / get the command usage `str`.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  usage(str) {
    if (str === undefined) {
      if (this._usage) return this._usage;

      const args = this.registeredArguments.map((arg) => {
        return humanReadableArgName(arg);
      });
      return []
        .concat(
          this.options.length || this._helpOption !== null ? '[options]' : [],
          this.commands.length ? '[command]' : [],
          this.registeredArguments.length ? args : [],
        )
        .join(' ');
    }

    this._usage = str;
    return this;
  }

  /**
   * Get or set the name of the command.
   *
   * @param {string} [str]
   * @return {(string|Command)}
   */

  name(str) {
    if (str === undefined) return this._name;
    this._name = str;
    return this;
  }

  /**
   * Set/get the help group heading for this subcommand in parent command's help.
   *
   * @param {string} [heading]
   * @return {Command | string}
   */

  helpGroup(heading) {
    if (heading === undefined) return this._helpGroupHeading ?? '';
    this._helpGroupHeading = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for subcommands added to this command.
   * (This does not override a group set directly on the subcommand using .helpGroup().)
   *
   * @example
   * program.commandsGroup('Development Commands:);
   * program.command('watch')...
   * program.command('lint')...
   * ...
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  commandsGroup(heading) {
    if (heading === undefined) return this._defaultCommandGroup ?? '';
    this._defaultCommandGroup = heading;
    return this;
  }

  /**
   * Set/get the default help group heading for options added to this command.
   * (This does not override a group set directly on the option using .helpGroup().)
   *
   * @example
   * program
   *   .optionsGroup('Development Options:')
   *   .option('-d, --debug', 'output extra debugging')
   *   .option('-p, --profile', 'output profiling information')
   *
   * @param {string} [heading]
   * @returns {Command | string}
   */
  optionsGroup(heading) {
    if (heading === undefined) return this._defaultOptionGroup ?? '';
    this._defaultOptionGroup = heading;
    return this;
  }

  /**
   * @param {Option} option
   * @private
   */
  _initOptionGroup(option) {
    if (this._defaultOptionGroup && !option.helpGroupHeading)
      option.helpGroup(this._defaultOptionGroup);
  }

  /**
   * @param {Command} cmd
   * @private
   */
  _initCommandGroup(cmd) {
    if (this._defaultCommandGroup && !cmd.helpGroup())
      cmd.helpGroup(this._defaultCommandGroup);
  }

  /**
   * Set the name of the command from script filename, such as process.argv[1],
   * or require.main.filename, or __filename.
   *
   * (Used internally and public although not documented in README.)
   *
   * @example
   * program.nameFromFilename(require.main.filename);
   *
   * @param {string} filename
   * @return {Command}
   */

  nameFromFilename(filename) {
    this._name = path.basename(filename, path.extname(filename));

    return this;
  }

  /**
   * Get or set the directory for searching for executable subcommands of this command.
   *
   * @example
   * program.executableDir(__dirname);
   * // or
   * program.executableDir('subcommands');
   *
   * @param {string} [path]
   * @return {(string|null|Command)}
   */

  executableDir(path) {
    if (path === undefined) return this._executableDir;
    this._executableDir = path;
    return this;
  }

  /**
   * Return program help documentation.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
   * @return {string}
   */

  helpInformation(contextOptions) {
    const helper = this.createHelp();
    const context = this._getOutputContext(contextOptions);
    helper.prepareContext({
      error: context.error,
      helpWidth: context.helpWidth,
      outputHasColors: context.hasColors,
    });
    const text = helper.formatHelp(this, helper);
    if (context.hasColors) return text;
    return this._outputConfiguration.stripColor(text);
  }

  /**
   * @typedef HelpContext
   * @type {object}
   * @property {boolean} error
   * @property {number} helpWidth
   * @property {boolean} hasColors
   * @property {function} write - includes stripColor if needed
   *
   * @returns {HelpContext}
   * @private
   */

  _getOutputContext(contextOptions) {
    contextOptions = contextOptions || {};
    const error = !!contextOptions.error;
    let baseWrite;
    let hasColors;
    let helpWidth;
    if (error) {
      baseWrite = (str) => this._outputConfiguration.writeErr(str);
      hasColors = this._outputConfiguration.getErrHasColors();
      helpWidth = this._outputConfiguration.getErrHelpWidth();
    } else {
      baseWrite = (str) => this._outputConfiguration.writeOut(str);
      hasColors = this._outputConfiguration.getOutHasColors();
      helpWidth = this._outputConfiguration.getOutHelpWidth();
    }
    const write = (str) => {
      if (!hasColors) str = this._outputConfiguration.stripColor(str);
      return baseWrite(str);
    };
    return { error, write, hasColors, helpWidth };
  }

  /**
   * Output help information for this command.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  outputHelp(contextOptions) {
    let deprecatedCallback;
    if (typeof contextOptions === 'function') {
      deprecatedCallback = contextOptions;
      contextOptions = undefined;
    }

    const outputContext = this._getOutputContext(contextOptions);
    /** @type {HelpTextEventContext} */
    const eventContext = {
      error: outputContext.error,
      write: outputContext.write,
      command: this,
    };

    this._getCommandAndAncestors()
      .reverse()
      .forEach((command) => command.emit('beforeAllHelp', eventContext));
    this.emit('beforeHelp', eventContext);

    let helpInformation = this.helpInformation({ error: outputContext.error });
    if (deprecatedCallback) {
      helpInformation = deprecatedCallback(helpInformation);
      if (
        typeof helpInformation !== 'string' &&
        !Buffer.isBuffer(helpInformation)
      ) {
        throw new Error('outputHelp callback must return a string or a Buffer');
      }
    }
    outputContext.write(helpInformation);

    if (this._getHelpOption()?.long) {
      this.emit(this._getHelpOption().long); // deprecated
    }
    this.emit('afterHelp', eventContext);
    this._getCommandAndAncestors().forEach((command) =>
      command.emit('afterAllHelp', eventContext),
    );
  }

  /**
   * You can pass in flags and a description to customise the built-in help option.
   * Pass in false to disable the built-in help option.
   *
   * @example
   * program.helpOption('-?, --help' 'show help'); // customise
   * program.helpOption(false); // disable
   *
   * @param {(string | boolean)} flags
   * @param {string} [description]
   * @return {Command} `this` command for chaining
   */

  helpOption(flags, description) {
    // Support enabling/disabling built-in help option.
    if (typeof flags === 'boolean') {
      if (flags) {
        if (this._helpOption === null) this._helpOption = undefined; // reenable
        if (this._defaultOptionGroup) {
          // make the option to store the group
          this._initOptionGroup(this._getHelpOption());
        }
      } else {
        this._helpOption = null; // disable
      }
      return this;
    }

    // Customise flags and description.
    this._helpOption = this.createOption(
      flags ?? '-h, --help',
      description ?? 'display help for command',
    );
    // init group unless lazy create
    if (flags || description) this._initOptionGroup(this._helpOption);

    return this;
  }

  /**
   * Lazy create help option.
   * Returns null if has been disabled with .helpOption(false).
   *
   * @returns {(Option | null)} the help option
   * @package
   */
  _getHelpOption() {
    // Lazy create help option on demand.
    if (this._helpOption === undefined) {
      this.helpOption(undefined, undefined);
    }
    return this._helpOption;
  }

  /**
   * Supply your own option to use for the built-in help option.
   * This is an alternative to using helpOption() to customise the flags and description etc.
   *
   * @param {Option} option
   * @return {Command} `this` command for chaining
   */
  addHelpOption(option) {
    this._helpOption = option;
    this._initOptionGroup(option);
    return this;
  }

  /**
   * Output help information and exit.
   *
   * Outputs built-in help, and custom text added using `.addHelpText()`.
   *
   * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
   */

  help(contextOptions) {
    this.outputHelp(contextOptions);
    let exitCode = Number(process.exitCode ?? 0); // process.exitCode does allow a string or an integer, but we prefer just a number
    if (
      exitCode === 0 &&
      contextOptions &&
      typeof contextOptions !== 'function' &&
      contextOptions.error
    ) {
      exitCode = 1;
    }
    // message: do not have all displayed text available so only passing placeholder.
    this._exit(exitCode, 'commander.help', '(outputHelp)');
  }

  /**
   * // Do a little typing to coordinate emit and listener for the help text events.
   * @typedef HelpTextEventContext
   * @type {object}
   * @property {boolean} error
   * @property {Command} command
   * @property {function} write
   */

  /**
   * Add additional text to be displayed with the built-in help.
   *
   * Position is 'before' or 'after' to affect just this command,
   * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
   *
   * @param {string} position - before or after built-in help
   * @param {(string | Function)} text - string to add, or a function returning a string
   * @return {Command} `this` command for chaining
   */

  addHelpText(position, text) {
    const allowedValues = ['beforeAll', 'before', 'after', 'afterAll'];
    if (!allowedValues.includes(position)) {
      throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
    }

    const helpEvent = `${position}Help`;
    this.on(helpEvent, (/** @type {HelpTextEventContext} */ context) => {
      let helpStr;
      if (typeof text === 'function') {
        helpStr = text({ error: context.error, command: context.command });
      } else {
        helpStr = text;
      }
      // Ignore falsy value when nothing to output.
      if (helpStr) {
        context.write(`${helpStr}\n`);
      }
    });
    return this;
  }

  /**
   * Output help information if help flags specified
   *
   * @param {Array} args - array of options to search for help flags
   * @private
   */

  _outputHelpIfRequested(args) {
    const helpOption = this._getHelpOption();
    const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
    if (helpRequested) {
      this.outputHelp();
      // (Do not have all displayed text available so only passing placeholder.)
      this._exit(0, 'commander.helpDisplayed', '(outputHelp)');
    }
  }
}

/**
 * Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
 *
 * @param {string[]} args - array of arguments from node.execArgv
 * @returns {string[]}
 * @private
 */

function incrementNodeInspectorPort(args) {
  // Testing for these options:
  //  --inspect[=[host:]port]
  //  --inspect-brk[=[host:]port]
  //  --inspect-port=[host:]port
  return args.map((arg) => {
    if (!arg.startsWith('--inspect')) {
      return arg;
    }
    let debugOption;
    let debugHost = '127.0.0.1';
    let debugPort = '9229';
    let match;
    if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
      // e.g. --inspect
      debugOption = match[1];
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null
    ) {
      debugOption = match[1];
      if (/^\d+$/.test(match[3])) {
        // e.g. --inspect=1234
        debugPort = match[3];
      } else {
        // e.g. --inspect=localhost
        debugHost = match[3];
      }
    } else if (
      (match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null
    ) {
      // e.g. --inspect=localhost:1234
      debugOption = match[1];
      debugHost = match[3];
      debugPort = match[4];
    }

    if (debugOption && debugPort !== '0') {
      return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
    }
    return arg;
  });
}

/**
 * @returns {boolean | undefined}
 * @package
 */
function useColor() {
  // Test for common conventions.
  // NB: the observed behaviour is in combination with how author adds color! For example:
  //   - we do not test NODE_DISABLE_COLORS, but util:styletext does
  //   - we do test NO_COLOR, but Chalk does not
  //
  // References:
  // https://no-color.org
  // https://bixense.com/clicolors/
  // https://github.com/nodejs/node/blob/0a00217a5f67ef4a22384cfc80eb6dd9a917fdc1/lib/internal/tty.js#L109
  // https://github.com/chalk/supports-color/blob/c214314a14bcb174b12b3014b2b0a8de375029ae/index.js#L33
  // (https://force-color.org recent web page from 2023, does not match major javascript implementations)

  if (
    process.env.NO_COLOR ||
    process.env.FORCE_COLOR === '0' ||
    process.env.FORCE_COLOR === 'false'
  )
    return false;
  if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== undefined)
    return true;
  return undefined;
}

exports.Command = Command;
exports.useColor = useColor; // exporting for tests


/***/ }),

/***/ 851:
/***/ ((__unused_webpack_module, exports) => {

/**
 * CommanderError class
 */
class CommanderError extends Error {
  /**
   * Constructs the CommanderError class
   * @param {number} exitCode suggested exit code which could be used with process.exit
   * @param {string} code an id string representing the error
   * @param {string} message human-readable description of the error
   */
  constructor(exitCode, code, message) {
    super(message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
    this.code = code;
    this.exitCode = exitCode;
    this.nestedError = undefined;
  }
}

/**
 * InvalidArgumentError class
 */
class InvalidArgumentError extends CommanderError {
  /**
   * Constructs the InvalidArgumentError class
   * @param {string} [message] explanation of why argument is invalid
   */
  constructor(message) {
    super(1, 'commander.invalidArgument', message);
    // properly capture stack trace in Node.js
    Error.captureStackTrace(this, this.constructor);
    this.name = this.constructor.name;
  }
}

exports.CommanderError = CommanderError;
exports.InvalidArgumentError = InvalidArgumentError;


/***/ }),

/***/ 518:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { humanReadableArgName } = __nccwpck_require__(854);

/**
 * TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
 * https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
 * @typedef { import("./argument.js").Argument } Argument
 * @typedef { import("./command.js").Command } Command
 * @typedef { import("./option.js").Option } Option
 */

// Although this is a class, methods are static in style to allow override using subclass or just functions.
class Help {
  constructor() {
    this.helpWidth = undefined;
    this.minWidthToWrap = 40;
    this.sortSubcommands = false;
    this.sortOptions = false;
    this.showGlobalOptions = false;
  }

  /**
   * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
   * and just before calling `formatHelp()`.
   *
   * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
   *
   * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
   */
  prepareContext(contextOptions) {
    this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
  }

  /**
   * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
   *
   * @param {Command} cmd
   * @returns {Command[]}
   */

  visibleCommands(cmd) {
    const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
    const helpCommand = cmd._getHelpCommand();
    if (helpCommand && !helpCommand._hidden) {
      visibleCommands.push(helpCommand);
    }
    if (this.sortSubcommands) {
      visibleCommands.sort((a, b) => {
        // @ts-ignore: because overloaded return type
        return a.name().localeCompare(b.name());
      });
    }
    return visibleCommands;
  }

  /**
   * Compare options for sort.
   *
   * @param {Option} a
   * @param {Option} b
   * @returns {number}
   */
  compareOptions(a, b) {
    const getSortKey = (option) => {
      // WYSIWYG for order displayed in help. Short used for comparison if present. No special handling for negated.
      return option.short
        ? option.short.replace(/^-/, '')
        : option.long.replace(/^--/, '');
    };
    return getSortKey(a).localeCompare(getSortKey(b));
  }

  /**
   * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleOptions(cmd) {
    const visibleOptions = cmd.options.filter((option) => !option.hidden);
    // Built-in help option.
    const helpOption = cmd._getHelpOption();
    if (helpOption && !helpOption.hidden) {
      // Automatically hide conflicting flags. Bit dubious but a historical behaviour that is convenient for single-command programs.
      const removeShort = helpOption.short && cmd._findOption(helpOption.short);
      const removeLong = helpOption.long && cmd._findOption(helpOption.long);
      if (!removeShort && !removeLong) {
        visibleOptions.push(helpOption); // no changes needed
      } else if (helpOption.long && !removeLong) {
        visibleOptions.push(
          cmd.createOption(helpOption.long, helpOption.description),
        );
      } else if (helpOption.short && !removeShort) {
        visibleOptions.push(
          cmd.createOption(helpOption.short, helpOption.description),
        );
      }
    }
    if (this.sortOptions) {
      visibleOptions.sort(this.compareOptions);
    }
    return visibleOptions;
  }

  /**
   * Get an array of the visible global options. (Not including help.)
   *
   * @param {Command} cmd
   * @returns {Option[]}
   */

  visibleGlobalOptions(cmd) {
    if (!this.showGlobalOptions) return [];

    const globalOptions = [];
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      const visibleOptions = ancestorCmd.options.filter(
        (option) => !option.hidden,
      );
      globalOptions.push(...visibleOptions);
    }
    if (this.sortOptions) {
      globalOptions.sort(this.compareOptions);
    }
    return globalOptions;
  }

  /**
   * Get an array of the arguments if any have a description.
   *
   * @param {Command} cmd
   * @returns {Argument[]}
   */

  visibleArguments(cmd) {
    // Side effect! Apply the legacy descriptions before the arguments are displayed.
    if (cmd._argsDescription) {
      cmd.registeredArguments.forEach((argument) => {
        argument.description =
          argument.description || cmd._argsDescription[argument.name()] || '';
      });
    }

    // If there are any arguments with a description then return all the arguments.
    if (cmd.registeredArguments.find((argument) => argument.description)) {
      return cmd.registeredArguments;
    }
    return [];
  }

  /**
   * Get the command term to show in the list of subcommands.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandTerm(cmd) {
    // Legacy. Ignores custom usage string, and nested commands.
    const args = cmd.registeredArguments
      .map((arg) => humanReadableArgName(arg))
      .join(' ');
    return (
      cmd._name +
      (cmd._aliases[0] ? '|' + cmd._aliases[0] : '') +
      (cmd.options.length ? ' [options]' : '') + // simplistic check for non-help option
      (args ? ' ' + args : '')
    );
  }

  /**
   * Get the option term to show in the list of options.
   *
   * @param {Option} option
   * @returns {string}
   */

  optionTerm(option) {
    return option.flags;
  }

  /**
   * Get the argument term to show in the list of arguments.
   *
   * @param {Argument} argument
   * @returns {string}
   */

  argumentTerm(argument) {
    return argument.name();
  }

  /**
   * Get the longest command term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestSubcommandTermLength(cmd, helper) {
    return helper.visibleCommands(cmd).reduce((max, command) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleSubcommandTerm(helper.subcommandTerm(command)),
        ),
      );
    }, 0);
  }

  /**
   * Get the longest option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestOptionTermLength(cmd, helper) {
    return helper.visibleOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest global option term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestGlobalOptionTermLength(cmd, helper) {
    return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
      return Math.max(
        max,
        this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))),
      );
    }, 0);
  }

  /**
   * Get the longest argument term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  longestArgumentTermLength(cmd, helper) {
    return helper.visibleArguments(cmd).reduce((max, argument) => {
      return Math.max(
        max,
        this.displayWidth(
          helper.styleArgumentTerm(helper.argumentTerm(argument)),
        ),
      );
    }, 0);
  }

  /**
   * Get the command usage to be displayed at the top of the built-in help.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandUsage(cmd) {
    // Usage
    let cmdName = cmd._name;
    if (cmd._aliases[0]) {
      cmdName = cmdName + '|' + cmd._aliases[0];
    }
    let ancestorCmdNames = '';
    for (
      let ancestorCmd = cmd.parent;
      ancestorCmd;
      ancestorCmd = ancestorCmd.parent
    ) {
      ancestorCmdNames = ancestorCmd.name() + ' ' + ancestorCmdNames;
    }
    return ancestorCmdNames + cmdName + ' ' + cmd.usage();
  }

  /**
   * Get the description for the command.
   *
   * @param {Command} cmd
   * @returns {string}
   */

  commandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.description();
  }

  /**
   * Get the subcommand summary to show in the list of subcommands.
   * (Fallback to description for backwards compatibility.)
   *
   * @param {Command} cmd
   * @returns {string}
   */

  subcommandDescription(cmd) {
    // @ts-ignore: because overloaded return type
    return cmd.summary() || cmd.description();
  }

  /**
   * Get the option description to show in the list of options.
   *
   * @param {Option} option
   * @return {string}
   */

  optionDescription(option) {
    const extraInfo = [];

    if (option.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (option.defaultValue !== undefined) {
      // default for boolean and negated more for programmer than end user,
      // but show true/false for boolean option as may be for hand-rolled env or config processing.
      const showDefault =
        option.required ||
        option.optional ||
        (option.isBoolean() && typeof option.defaultValue === 'boolean');
      if (showDefault) {
        extraInfo.push(
          `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`,
        );
      }
    }
    // preset for boolean and negated are more for programmer than end user
    if (option.presetArg !== undefined && option.optional) {
      extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
    }
    if (option.envVar !== undefined) {
      extraInfo.push(`env: ${option.envVar}`);
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (option.description) {
        return `${option.description} ${extraDescription}`;
      }
      return extraDescription;
    }

    return option.description;
  }

  /**
   * Get the argument description to show in the list of arguments.
   *
   * @param {Argument} argument
   * @return {string}
   */

  argumentDescription(argument) {
    const extraInfo = [];
    if (argument.argChoices) {
      extraInfo.push(
        // use stringify to match the display of the default value
        `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(', ')}`,
      );
    }
    if (argument.defaultValue !== undefined) {
      extraInfo.push(
        `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`,
      );
    }
    if (extraInfo.length > 0) {
      const extraDescription = `(${extraInfo.join(', ')})`;
      if (argument.description) {
        return `${argument.description} ${extraDescription}`;
      }
      return extraDescription;
    }
    return argument.description;
  }

  /**
   * Format a list of items, given a heading and an array of formatted items.
   *
   * @param {string} heading
   * @param {string[]} items
   * @param {Help} helper
   * @returns string[]
   */
  formatItemList(heading, items, helper) {
    if (items.length === 0) return [];

    return [helper.styleTitle(heading), ...items, ''];
  }

  /**
   * Group items by their help group heading.
   *
   * @param {Command[] | Option[]} unsortedItems
   * @param {Command[] | Option[]} visibleItems
   * @param {Function} getGroup
   * @returns {Map<string, Command[] | Option[]>}
   */
  groupItems(unsortedItems, visibleItems, getGroup) {
    const result = new Map();
    // Add groups in order of appearance in unsortedItems.
    unsortedItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) result.set(group, []);
    });
    // Add items in order of appearance in visibleItems.
    visibleItems.forEach((item) => {
      const group = getGroup(item);
      if (!result.has(group)) {
        result.set(group, []);
      }
      result.get(group).push(item);
    });
    return result;
  }

  /**
   * Generate the built-in help text.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {string}
   */

  formatHelp(cmd, helper) {
    const termWidth = helper.padWidth(cmd, helper);
    const helpWidth = helper.helpWidth ?? 80; // in case prepareContext() was not called

    function callFormatItem(term, description) {
      return helper.formatItem(term, termWidth, description, helper);
    }

    // Usage
    let output = [
      `${helper.styleTitle('Usage:')} ${helper.styleUsage(helper.commandUsage(cmd))}`,
      '',
    ];

    // Description
    const commandDescription = helper.commandDescription(cmd);
    if (commandDescription.length > 0) {
      output = output.concat([
        helper.boxWrap(
          helper.styleCommandDescription(commandDescription),
          helpWidth,
        ),
        '',
      ]);
    }

    // Arguments
    const argumentList = helper.visibleArguments(cmd).map((argument) => {
      return callFormatItem(
        helper.styleArgumentTerm(helper.argumentTerm(argument)),
        helper.styleArgumentDescription(helper.argumentDescription(argument)),
      );
    });
    output = output.concat(
      this.formatItemList('Arguments:', argumentList, helper),
    );

    // Options
    const optionGroups = this.groupItems(
      cmd.options,
      helper.visibleOptions(cmd),
      (option) => option.helpGroupHeading ?? 'Options:',
    );
    optionGroups.forEach((options, group) => {
      const optionList = options.map((option) => {
        return callFormatItem(
          helper.styleOptionTerm(helper.optionTerm(option)),
          helper.styleOptionDescription(helper.optionDescription(option)),
        );
      });
      output = output.concat(this.formatItemList(group, optionList, helper));
    });

    if (helper.showGlobalOptions) {
      const globalOptionList = helper
        .visibleGlobalOptions(cmd)
        .map((option) => {
          return callFormatItem(
            helper.styleOptionTerm(helper.optionTerm(option)),
            helper.styleOptionDescription(helper.optionDescription(option)),
          );
        });
      output = output.concat(
        this.formatItemList('Global Options:', globalOptionList, helper),
      );
    }

    // Commands
    const commandGroups = this.groupItems(
      cmd.commands,
      helper.visibleCommands(cmd),
      (sub) => sub.helpGroup() || 'Commands:',
    );
    commandGroups.forEach((commands, group) => {
      const commandList = commands.map((sub) => {
        return callFormatItem(
          helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
          helper.styleSubcommandDescription(helper.subcommandDescription(sub)),
        );
      });
      output = output.concat(this.formatItemList(group, commandList, helper));
    });

    return output.join('\n');
  }

  /**
   * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
   *
   * @param {string} str
   * @returns {number}
   */
  displayWidth(str) {
    return stripColor(str).length;
  }

  /**
   * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
   *
   * @param {string} str
   * @returns {string}
   */
  styleTitle(str) {
    return str;
  }

  styleUsage(str) {
    // Usage has lots of parts the user might like to color separately! Assume default usage string which is formed like:
    //    command subcommand [options] [command] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word === '[command]') return this.styleSubcommandText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleCommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleCommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleOptionDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleSubcommandDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleArgumentDescription(str) {
    return this.styleDescriptionText(str);
  }
  styleDescriptionText(str) {
    return str;
  }
  styleOptionTerm(str) {
    return this.styleOptionText(str);
  }
  styleSubcommandTerm(str) {
    // This is very like usage with lots of parts! Assume default string which is formed like:
    //    subcommand [options] <foo> [bar]
    return str
      .split(' ')
      .map((word) => {
        if (word === '[options]') return this.styleOptionText(word);
        if (word[0] === '[' || word[0] === '<')
          return this.styleArgumentText(word);
        return this.styleSubcommandText(word); // Restrict to initial words?
      })
      .join(' ');
  }
  styleArgumentTerm(str) {
    return this.styleArgumentText(str);
  }
  styleOptionText(str) {
    return str;
  }
  styleArgumentText(str) {
    return str;
  }
  styleSubcommandText(str) {
    return str;
  }
  styleCommandText(str) {
    return str;
  }

  /**
   * Calculate the pad width from the maximum term length.
   *
   * @param {Command} cmd
   * @param {Help} helper
   * @returns {number}
   */

  padWidth(cmd, helper) {
    return Math.max(
      helper.longestOptionTermLength(cmd, helper),
      helper.longestGlobalOptionTermLength(cmd, helper),
      helper.longestSubcommandTermLength(cmd, helper),
      helper.longestArgumentTermLength(cmd, helper),
    );
  }

  /**
   * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
   *
   * @param {string} str
   * @returns {boolean}
   */
  preformatted(str) {
    return /\n[^\S\r\n]/.test(str);
  }

  /**
   * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
   *
   * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
   *   TTT  DDD DDDD
   *        DD DDD
   *
   * @param {string} term
   * @param {number} termWidth
   * @param {string} description
   * @param {Help} helper
   * @returns {string}
   */
  formatItem(term, termWidth, description, helper) {
    const itemIndent = 2;
    const itemIndentStr = ' '.repeat(itemIndent);
    if (!description) return itemIndentStr + term;

    // Pad the term out to a consistent width, so descriptions are aligned.
    const paddedTerm = term.padEnd(
      termWidth + term.length - helper.displayWidth(term),
    );

    // Format the description.
    const spacerWidth = 2; // between term and description
    const helpWidth = this.helpWidth ?? 80; // in case prepareContext() was not called
    const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
    let formattedDescription;
    if (
      remainingWidth < this.minWidthToWrap ||
      helper.preformatted(description)
    ) {
      formattedDescription = description;
    } else {
      const wrappedDescription = helper.boxWrap(description, remainingWidth);
      formattedDescription = wrappedDescription.replace(
        /\n/g,
        '\n' + ' '.repeat(termWidth + spacerWidth),
      );
    }

    // Construct and overall indent.
    return (
      itemIndentStr +
      paddedTerm +
      ' '.repeat(spacerWidth) +
      formattedDescription.replace(/\n/g, `\n${itemIndentStr}`)
    );
  }

  /**
   * Wrap a string at whitespace, preserving existing line breaks.
   * Wrapping is skipped if the width is less than `minWidthToWrap`.
   *
   * @param {string} str
   * @param {number} width
   * @returns {string}
   */
  boxWrap(str, width) {
    if (width < this.minWidthToWrap) return str;

    const rawLines = str.split(/\r\n|\n/);
    // split up text by whitespace
    const chunkPattern = /[\s]*[^\s]+/g;
    const wrappedLines = [];
    rawLines.forEach((line) => {
      const chunks = line.match(chunkPattern);
      if (chunks === null) {
        wrappedLines.push('');
        return;
      }

      let sumChunks = [chunks.shift()];
      let sumWidth = this.displayWidth(sumChunks[0]);
      chunks.forEach((chunk) => {
        const visibleWidth = this.displayWidth(chunk);
        // Accumulate chunks while they fit into width.
        if (sumWidth + visibleWidth <= width) {
          sumChunks.push(chunk);
          sumWidth += visibleWidth;
          return;
        }
        wrappedLines.push(sumChunks.join(''));

        const nextChunk = chunk.trimStart(); // trim space at line break
        sumChunks = [nextChunk];
        sumWidth = this.displayWidth(nextChunk);
      });
      wrappedLines.push(sumChunks.join(''));
    });

    return wrappedLines.join('\n');
  }
}

/**
 * Strip style ANSI escape sequences from the string. In particular, SGR (Select Graphic Rendition) codes.
 *
 * @param {string} str
 * @returns {string}
 * @package
 */

function stripColor(str) {
  // eslint-disable-next-line no-control-regex
  const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
  return str.replace(sgrPattern, '');
}

exports.Help = Help;
exports.stripColor = stripColor;


/***/ }),

/***/ 596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

const { InvalidArgumentError } = __nccwpck_require__(851);

class Option {
  /**
   * Initialize a new `Option` with the given `flags` and `description`.
   *
   * @param {string} flags
   * @param {string} [description]
   */

  constructor(flags, description) {
    this.flags = flags;
    this.description = description || '';

    this.required = flags.includes('<'); // A value must be supplied when the option is specified.
    this.optional = flags.includes('['); // A value is optional when the option is specified.
    // variadic test ignores <value,...> et al which might be used to describe custom splitting of single argument
    this.variadic = /\w\.\.\.[>\]]$/.test(flags); // The option can take multiple values.
    this.mandatory = false; // The option must have a value after parsing, which usually means it must be specified on command line.
    const optionFlags = splitOptionFlags(flags);
    this.short = optionFlags.shortFlag; // May be a short flag, undefined, or even a long flag (if option has two long flags).
    this.long = optionFlags.longFlag;
    this.negate = false;
    if (this.long) {
      this.negate = this.long.startsWith('--no-');
    }
    this.defaultValue = undefined;
    this.defaultValueDescription = undefined;
    this.presetArg = undefined;
    this.envVar = undefined;
    this.parseArg = undefined;
    this.hidden = false;
    this.argChoices = undefined;
    this.conflictsWith = [];
    this.implied = undefined;
    this.helpGroupHeading = undefined; // soft initialised when option added to command
  }

  /**
   * Set the default value, and optionally supply the description to be displayed in the help.
   *
   * @param {*} value
   * @param {string} [description]
   * @return {Option}
   */

  default(value, description) {
    this.defaultValue = value;
    this.defaultValueDescription = description;
    return this;
  }

  /**
   * Preset to use when option used without option-argument, especially optional but also boolean and negated.
   * The custom processing (parseArg) is called.
   *
   * @example
   * new Option('--color').default('GREYSCALE').preset('RGB');
   * new Option('--donate [amount]').preset('20').argParser(parseFloat);
   *
   * @param {*} arg
   * @return {Option}
   */

  preset(arg) {
    this.presetArg = arg;
    return this;
  }

  /**
   * Add option name(s) that conflict with this option.
   * An error will be displayed if conflicting options are found during parsing.
   *
   * @example
   * new Option('--rgb').conflicts('cmyk');
   * new Option('--js').conflicts(['ts', 'jsx']);
   *
   * @param {(string | string[])} names
   * @return {Option}
   */

  conflicts(names) {
    this.conflictsWith = this.conflictsWith.concat(names);
    return this;
  }

  /**
   * Specify implied option values for when this option is set and the implied options are not.
   *
   * The custom processing (parseArg) is not called on the implied values.
   *
   * @example
   * program
   *   .addOption(new Option('--log', 'write logging information to file'))
   *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
   *
   * @param {object} impliedOptionValues
   * @return {Option}
   */
  implies(impliedOptionValues) {
    let newImplied = impliedOptionValues;
    if (typeof impliedOptionValues === 'string') {
      // string is not documented, but easy mistake and we can do what user probably intended.
      newImplied = { [impliedOptionValues]: true };
    }
    this.implied = Object.assign(this.implied || {}, newImplied);
    return this;
  }

  /**
   * Set environment variable to check for option value.
   *
   * An environment variable is only used if when processed the current option value is
   * undefined, or the source of the current value is 'default' or 'config' or 'env'.
   *
   * @param {string} name
   * @return {Option}
   */

  env(name) {
    this.envVar = name;
    return this;
  }

  /**
   * Set the custom handler for processing CLI option arguments into option values.
   *
   * @param {Function} [fn]
   * @return {Option}
   */

  argParser(fn) {
    this.parseArg = fn;
    return this;
  }

  /**
   * Whether the option is mandatory and must have a value after parsing.
   *
   * @param {boolean} [mandatory=true]
   * @return {Option}
   */

  makeOptionMandatory(mandatory = true) {
    this.mandatory = !!mandatory;
    return this;
  }

  /**
   * Hide option in help.
   *
   * @param {boolean} [hide=true]
   * @return {Option}
   */

  hideHelp(hide = true) {
    this.hidden = !!hide;
    return this;
  }

  /**
   * @package
   */

  _collectValue(value, previous) {
    if (previous === this.defaultValue || !Array.isArray(previous)) {
      return [value];
    }

    previous.push(value);
    return previous;
  }

  /**
   * Only allow option value to be one of choices.
   *
   * @param {string[]} values
   * @return {Option}
   */

  choices(values) {
    this.argChoices = values.slice();
    this.parseArg = (arg, previous) => {
      if (!this.argChoices.includes(arg)) {
        throw new InvalidArgumentError(
          `Allowed choices are ${this.argChoices.join(', ')}.`,
        );
      }
      if (this.variadic) {
        return this._collectValue(arg, previous);
      }
      return arg;
    };
    return this;
  }

  /**
   * Return option name.
   *
   * @return {string}
   */

  name() {
    if (this.long) {
      return this.long.replace(/^--/, '');
    }
    return this.short.replace(/^-/, '');
  }

  /**
   * Return option name, in a camelcase format that can be used
   * as an object attribute key.
   *
   * @return {string}
   */

  attributeName() {
    if (this.negate) {
      return camelcase(this.name().replace(/^no-/, ''));
    }
    return camelcase(this.name());
  }

  /**
   * Set the help group heading.
   *
   * @param {string} heading
   * @return {Option}
   */
  helpGroup(heading) {
    this.helpGroupHeading = heading;
    return this;
  }

  /**
   * Check if `arg` matches the short or long flag.
   *
   * @param {string} arg
   * @return {boolean}
   * @package
   */

  is(arg) {
    return this.short === arg || this.long === arg;
  }

  /**
   * Return whether a boolean option.
   *
   * Options are one of boolean, negated, required argument, or optional argument.
   *
   * @return {boolean}
   * @package
   */

  isBoolean() {
    return !this.required && !this.optional && !this.negate;
  }
}

/**
 * This class is to make it easier to work with dual options, without changing the existing
 * implementation. We support separate dual options for separate positive and negative options,
 * like `--build` and `--no-build`, which share a single option value. This works nicely for some
 * use cases, but is tricky for others where we want separate behaviours despite
 * the single shared option value.
 */
class DualOptions {
  /**
   * @param {Option[]} options
   */
  constructor(options) {
    this.positiveOptions = new Map();
    this.negativeOptions = new Map();
    this.dualOptions = new Set();
    options.forEach((option) => {
      if (option.negate) {
        this.negativeOptions.set(option.attributeName(), option);
      } else {
        this.positiveOptions.set(option.attributeName(), option);
      }
    });
    this.negativeOptions.forEach((value, key) => {
      if (this.positiveOptions.has(key)) {
        this.dualOptions.add(key);
      }
    });
  }

  /**
   * Did the value come from the option, and not from possible matching dual option?
   *
   * @param {*} value
   * @param {Option} option
   * @returns {boolean}
   */
  valueFromOption(value, option) {
    const optionKey = option.attributeName();
    if (!this.dualOptions.has(optionKey)) return true;

    // Use the value to deduce if (probably) came from the option.
    const preset = this.negativeOptions.get(optionKey).presetArg;
    const negativeValue = preset !== undefined ? preset : false;
    return option.negate === (negativeValue === value);
  }
}

/**
 * Convert string from kebab-case to camelCase.
 *
 * @param {string} str
 * @return {string}
 * @private
 */

function camelcase(str) {
  return str.split('-').reduce((str, word) => {
    return str + word[0].toUpperCase() + word.slice(1);
  });
}

/**
 * Split the short and long flag out of something like '-m,--mixed <value>'
 *
 * @private
 */

function splitOptionFlags(flags) {
  let shortFlag;
  let longFlag;
  // short flag, single dash and single character
  const shortFlagExp = /^-[^-]$/;
  // long flag, double dash and at least one character
  const longFlagExp = /^--[^-]/;

  const flagParts = flags.split(/[ |,]+/).concat('guard');
  // Normal is short and/or long.
  if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
  if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
  // Long then short. Rarely used but fine.
  if (!shortFlag && shortFlagExp.test(flagParts[0]))
    shortFlag = flagParts.shift();
  // Allow two long flags, like '--ws, --workspace'
  // This is the supported way to have a shortish option flag.
  if (!shortFlag && longFlagExp.test(flagParts[0])) {
    shortFlag = longFlag;
    longFlag = flagParts.shift();
  }

  // Check for unprocessed flag. Fail noisily rather than silently ignore.
  if (flagParts[0].startsWith('-')) {
    const unsupportedFlag = flagParts[0];
    const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
    if (/^-[^-][^-]/.test(unsupportedFlag))
      throw new Error(
        `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`,
      );
    if (shortFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many short flags`);
    if (longFlagExp.test(unsupportedFlag))
      throw new Error(`${baseError}
- too many long flags`);

    throw new Error(`${baseError}
- unrecognised flag format`);
  }
  if (shortFlag === undefined && longFlag === undefined)
    throw new Error(
      `option creation failed due to no flags found in '${flags}'.`,
    );

  return { shortFlag, longFlag };
}

exports.Option = Option;
exports.DualOptions = DualOptions;


/***/ }),

/***/ 266:
/***/ ((__unused_webpack_module, exports) => {

const maxDistance = 3;

function editDistance(a, b) {
  // https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
  // Calculating optimal string alignment distance, no substring is edited more than once.
  // (Simple implementation.)

  // Quick early exit, return worst case.
  if (Math.abs(a.length - b.length) > maxDistance)
    return Math.max(a.length, b.length);

  // distance between prefix substrings of a and b
  const d = [];

  // pure deletions turn a into empty string
  for (let i = 0; i <= a.length; i++) {
    d[i] = [i];
  }
  // pure insertions turn empty string into b
  for (let j = 0; j <= b.length; j++) {
    d[0][j] = j;
  }

  // fill matrix
  for (let j = 1; j <= b.length; j++) {
    for (let i = 1; i <= a.length; i++) {
      let cost = 1;
      if (a[i - 1] === b[j - 1]) {
        cost = 0;
      } else {
        cost = 1;
      }
      d[i][j] = Math.min(
        d[i - 1][j] + 1, // deletion
        d[i][j - 1] + 1, // insertion
        d[i - 1][j - 1] + cost, // substitution
      );
      // transposition
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }

  return d[a.length][b.length];
}

/**
 * Find close matches, restricted to same number of edits.
 *
 * @param {string} word
 * @param {string[]} candidates
 * @returns {string}
 */

function suggestSimilar(word, candidates) {
  if (!candidates || candidates.length === 0) return '';
  // remove possible duplicates
  candidates = Array.from(new Set(candidates));

  const searchingOptions = word.startsWith('--');
  if (searchingOptions) {
    word = word.slice(2);
    candidates = candidates.map((candidate) => candidate.slice(2));
  }

  let similar = [];
  let bestDistance = maxDistance;
  const minSimilarity = 0.4;
  candidates.forEach((candidate) => {
    if (candidate.length <= 1) return; // no one character guesses

    const distance = editDistance(word, candidate);
    const length = Math.max(word.length, candidate.length);
    const similarity = (length - distance) / length;
    if (similarity > minSimilarity) {
      if (distance < bestDistance) {
        // better edit distance, throw away previous worse matches
        bestDistance = distance;
        similar = [candidate];
      } else if (distance === bestDistance) {
        similar.push(candidate);
      }
    }
  });

  similar.sort((a, b) => a.localeCompare(b));
  if (searchingOptions) {
    similar = similar.map((candidate) => `--${candidate}`);
  }

  if (similar.length > 1) {
    return `\n(Did you mean one of ${similar.join(', ')}?)`;
  }
  if (similar.length === 1) {
    return `\n(Did you mean ${similar[0]}?)`;
  }
  return '';
}

exports.suggestSimilar = suggestSimilar;


/***/ }),

/***/ 445:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(760);
/* harmony import */ var _lib_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(705);
/* harmony import */ var _lib_process_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(794);
/* harmony import */ var _question_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(621);
/* harmony import */ var _run_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(614);
/* harmony import */ var _terminal_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(41);
/** The command line behind terraform/stacks/caliber/scripts: the same actions as the workflows, from a laptop. */








const { env, stdin, stdout, stderr } = process;
const interrupt = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => interrupt.abort(new _lib_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .UserError */ .y(`Interrupted (${signal}).`)));
const ask = (0,_question_js__WEBPACK_IMPORTED_MODULE_4__/* .questioner */ .S)({ input: stdin, output: stdout, signal: interrupt.signal });
process.exitCode = await (0,_run_js__WEBPACK_IMPORTED_MODULE_5__/* .run */ .e)(process.argv.slice(2), {
    env,
    cwd: process.cwd(),
    // dist/cli/index.js of the checkout.
    root: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(process.argv[1] ?? '')), '../..'),
    exec: _lib_process_js__WEBPACK_IMPORTED_MODULE_3__/* .exec */ .m,
    terminal: (0,_terminal_js__WEBPACK_IMPORTED_MODULE_6__/* .openTerminal */ .j)({
        out: (line) => void stdout.write(`${line}\n`),
        err: (line) => void stderr.write(`${line}\n`),
        colours: stdout.isTTY && (env['NO_COLOR'] ?? '') === ''
    }),
    ...(ask === undefined ? {} : { ask }),
    who: { user: env['USER'] || nameOfUser(), host: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.hostname)() },
    signal: interrupt.signal,
    now: Date.now
});
function nameOfUser() {
    try {
        return (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().username;
    }
    catch {
        return 'somebody';
    }
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  S: () => (/* binding */ questioner)
});

;// CONCATENATED MODULE: external "node:readline/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
;// CONCATENATED MODULE: ./cli/question.js

/** Asks at a terminal; undefined where standard input is none. */
function questioner({ input, output, signal }) {
    if (!input.isTTY)
        return undefined;
    return async (question) => {
        // Ctrl-C at the question ends the command as it does elsewhere.
        const lines = (0,promises_namespaceObject.createInterface)({ input, output });
        lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
        try {
            return await lines.question(question, { signal });
        }
        finally {
            lines.close();
        }
    };
}


/***/ }),

/***/ 614:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ run_run)
});

// EXTERNAL MODULE: ./lib/errors.js
var errors = __nccwpck_require__(705);
;// CONCATENATED MODULE: ./lib/tenants/tenant.js

const ENVIRONMENTS = ['dev', 'stg', 'prod'];
const PLANS = ['Dedicated', 'SaaS'];
/** The tenants of a registry. */
const tenantsOf = (entries) => entries.map(({ tenant }) => tenant);
/** The zone of tenants that name none. */
const DOMAIN = 'hicaliber.net';
/** How a client may be called, as an input's rule. */
const CLIENT = {
    pattern: /^(?!.*(?:--|-$))[A-Za-z][A-Za-z0-9-]{1,12}$/,
    expected: "a tenant's name: 2 to 13 letters, digits and single hyphens, a letter first"
};
/** What a tenant is known by everywhere: stg/acme. */
const tenant_keyOf = ({ env, client }) => `${env}/${client.toLowerCase()}`;
/** The tenant's file, counted from the registry's folder. */
const fileOf = (tenant) => `${tenant_keyOf(tenant)}.tfvars.json`;
/** Whether it holds what the SaaS tenants of its environment share. */
const isShared = ({ client }) => client.toLowerCase() === 'saasshared';
/** Whether it lives in the network of SaaSShared. */
const tenant_isGuest = (tenant) => tenant.plan === 'SaaS' && !isShared(tenant);
const domainOf = ({ domain }) => domain ?? DOMAIN;
/** The hosts that a tenant answers at; the subdomain's own counts always. */
function hostsOf(tenant) {
    const { subdomain, api_host: api, frontend_host: frontend, frontend_enabled: hasFrontend = true } = tenant;
    const hosts = [`${subdomain}.${domainOf(tenant)}`, api, hasFrontend ? frontend : undefined];
    return hosts.flatMap((host) => (host == null ? [] : [host.toLowerCase()]));
}
/** The names right below the domain that a tenant takes records in: acme-stg.hicaliber.net. */
function claimedNames(tenant) {
    const labels = domainOf(tenant).split('.').length + 1;
    return [...new Set(hostsOf(tenant).map((host) => host.split('.').slice(-labels).join('.')))];
}
/** What comes first in a tenant's file; the rest follows by name. */
const FIRST = ['client', 'plan', 'env', 'subdomain', 'domain', 'region', 'vpc_cidr', 'image'];
/** The text of a tenant's file, the same for the same tenant. */
function renderTenant(tenant) {
    const rank = (name) => `${String(FIRST.indexOf(name) + 1 || 99).padStart(2, '0')}${name}`;
    const names = Object.keys(tenant).filter((name) => tenant[name] !== undefined);
    const sorted = names.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
    return `${JSON.stringify(Object.fromEntries(sorted.map((name) => [name, tenant[name]])), null, 2)}\n`;
}
/** A value as JSON, or a refusal that names where the text is from. */
function parseJson(text, name) {
    try {
        return JSON.parse(text);
    }
    catch (cause) {
        throw new UserError(`${name} is no JSON. Correct it.`, { cause });
    }
}

;// CONCATENATED MODULE: ./cli/command.js
/** Of whom a plan is made or applied. */
const TENANT = ['client', 'plan', 'env', 'subdomain'];
/** What a SaaS tenant is told of SaaSShared. */
const SHARED = [
    'saas-docdb-uri',
    'saas-docdb-secret-arn',
    'saas-rds-endpoint',
    'saas-api-lb-dns',
    'saas-api-lb-zone'
];
const YES = {
    flags: '--yes [tenant]',
    about: 'asks nothing; in prod the tenant stands behind it, as --yes prod/acme'
};

;// CONCATENATED MODULE: ./cli/failure.js

/** What a command ends with; `--help` of each names them. */
const EXIT = { done: 0, failed: 1, refused: 2, interrupted: 130 };
/** Typed wrong, or something is missing: said before anything was done. */
class Refusal extends errors/* UserError */.y {
    name = 'Refusal';
}
/** A program that was started has said why it failed; its exit code is the command's. */
class Ended extends Error {
    name = 'Ended';
    code;
    constructor(code) {
        super(`ended with ${code}`);
        this.code = code;
    }
}

;// CONCATENATED MODULE: ./cli/agreement.js



/** The flags' tenant; they were checked before. */
function namedBy({ client = '', plan = '', env = '', subdomain }) {
    return { client, plan: plan, env: env, ...(subdomain === undefined ? {} : { subdomain }) };
}
/** The variables that flags stand for beside the tenant's name; those of the shared stack, and none twice. */
function sharedSettings(typed) {
    const given = SHARED.filter((name) => typed[name] !== undefined);
    const [first] = given;
    if (first !== undefined && !tenant_isGuest({ client: typed.client ?? '', plan: (typed.plan ?? '') }))
        throw new Refusal(`--${first} is for SaaS tenants: a Dedicated client and SaaSShared have their own. Leave it out.`);
    if ((typed['saas-api-lb-dns'] === undefined) !== (typed['saas-api-lb-zone'] === undefined))
        throw new Refusal('--saas-api-lb-dns and --saas-api-lb-zone are a pair, a name and the zone that it is in. Give both, or neither to take what SaaSShared published.');
    return Object.fromEntries(given.map((name) => [name.replaceAll('-', '_'), typed[name] ?? '']));
}
/** The tenant's region: as typed, as registered, as the environment says; a registered one never changes. */
function chooseRegion(typed, known, env) {
    const { region } = typed;
    if (known !== undefined && region !== undefined && region !== known.region)
        throw new Refusal(`--region is '${region}', and ${tenant_keyOf(known)} is in ${known.region}, which never changes. Leave --region out.`);
    const chosen = region ?? known?.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']);
    if (chosen !== undefined && chosen !== '')
        return chosen;
    throw new Refusal('--region is missing, and AWS_REGION is not set. Give it, as --region us-east-1.');
}
/** Refuses flags that say something else of a registered tenant than its file does. */
function checkAgreement(named, typed, known) {
    if (known === undefined)
        return;
    const given = {
        plan: typed.plan,
        subdomain: named.subdomain,
        image: typed.image,
        ...sharedSettings(typed)
    };
    for (const [name, value] of Object.entries(given)) {
        if (value === undefined || value === known[name])
            continue;
        const never = name === 'plan' ? ', and a plan never changes' : '';
        const told = name === 'saas_docdb_uri' ? 'is another' : `is '${value}'`;
        const says = known[name] === undefined ? 'none' : JSON.stringify(known[name]);
        throw new Refusal(`--${name.replaceAll('_', '-')} ${told}, but terraform/tenants/${fileOf(named)} says ${says}${never}. Say the same, or change the file by pull request.`);
    }
}

;// CONCATENATED MODULE: ./cli/consent.js

const isProduction = (key) => key.startsWith('prod/');
/** Refuses, before anything is done, what nobody can be asked about or has agreed to wrongly. */
function requireSomebody({ key, yes = false }, { ask }) {
    if (yes === false) {
        if (ask !== undefined)
            return;
        throw new Refusal(`Nobody can be asked here, for standard input is no terminal. Look at what would be done first, then give --yes${isProduction(key) ? ` ${key}` : ''}.`);
    }
    if (yes === key || (yes === true && !isProduction(key)))
        return;
    throw new Refusal(yes === true
        ? `--yes is not enough in prod. Name the tenant, as --yes ${key}.`
        : `--yes names ${yes}, and this is about ${key}. Name that, if it is meant.`);
}
/** Asks, and ends the command unless the person agrees; in production the tenant's name has to be typed. */
async function consent_confirm(question, { key, yes = false }, { ask, terminal }) {
    if (yes !== false)
        return;
    const typed = isProduction(key);
    const answer = (await ask?.(typed ? `${question} Type ${key}: ` : `${question} [y/N] `)) ?? '';
    if (typed ? answer.trim() === key : /^y(?:es)?$/i.test(answer.trim()))
        return;
    terminal.say('Nothing was changed.');
    throw new Ended(EXIT.failed);
}

;// CONCATENATED MODULE: external "node:fs/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(760);
;// CONCATENATED MODULE: ./lib/input.js


/** The input's trimmed text; refused when empty. */
function required(read, name) {
    const value = read(name).trim();
    if (value === '')
        throw new UserError(`Input '${name}' is required: it is empty. Set it under 'with:'.`);
    return value;
}
/** The input's trimmed text, or undefined when empty. */
function optional(read, name) {
    const value = read(name).trim();
    return value === '' ? undefined : value;
}
/** One of `choices`, the first when empty. */
function choice(read, name, choices) {
    const value = read(name).trim();
    if (value === '')
        return choices[0];
    const found = choices.find((one) => one === value);
    if (found === undefined) {
        throw new UserError(`Input '${name}' is '${value}', which is none of ${choices.join(', ')}. Use one of those.`);
    }
    return found;
}
/** 'true' or 'false'; false when empty. */
function flag(read, name) {
    return choice(read, name, ['false', 'true']) === 'true';
}
/** One item a line; blank lines and lines that start with # are left out. */
function list(read, name) {
    return read(name)
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== '' && !line.startsWith('#'));
}
/** A whole number within `range`, both ends included; undefined when empty. */
function integer(read, name, range) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < range.min || number > range.max) {
        throw new UserError(`Input '${name}' is '${value}', which is no whole number from ${range.min} to ${range.max}. Write digits only.`);
    }
    return number;
}
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** A duration such as 90s, 10m or 1h30m, in milliseconds; undefined when empty. */
function duration(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    if (!/^(?:\d{1,6}(?:ms|s|m|h))+$/.test(value)) {
        throw new UserError(`Input '${name}' is '${value}', which is no duration. Write it as 90s, 10m or 1h30m.`);
    }
    const parts = [...value.matchAll(/(\d+)(ms|s|m|h)/g)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
}
/** A path below the repository's root, with forward slashes and none at its end; undefined when empty. */
function pathWithin(read, name) {
    const value = optional(read, name);
    if (value === undefined)
        return undefined;
    const path = posix.normalize(value.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
    if (!posix.isAbsolute(path) && path !== '..' && !path.startsWith('../'))
        return path;
    throw new UserError(`Input '${name}' is '${path}', which is outside the repository. Name a path relative to its root.`);
}
/** A duration within bounds, in milliseconds; undefined when empty. */
function durationWithin(read, name, bounds) {
    const ms = duration(read, name);
    if (ms === undefined || (ms >= bounds.min && ms <= bounds.max))
        return ms;
    throw new UserError(`Input '${name}' is '${optional(read, name)}', which is not from ${bounds.words}. Name a time within.`);
}
/** Text that matches `rule`, or undefined when empty. */
function matching(read, name, rule) {
    const value = optional(read, name);
    if (value === undefined || rule.pattern.test(value))
        return value;
    throw new UserError(`Input '${name}' is '${value}', which is not ${rule.expected}. Correct it.`);
}
/** Text that matches `rule`; refused when empty. */
function requiredMatching(read, name, rule) {
    required(read, name);
    return matching(read, name, rule) ?? '';
}
/** Texts by name, from one entry a line or a JSON object; none when empty. A fault shows no value: it may be a secret. */
function entries(read, name, form) {
    const text = optional(read, name) ?? '';
    const found = text.startsWith('{')
        ? jsonEntries(text, name, form)
        : list(read, name).map((line, at) => lineEntry(line, `Input '${name}': entry ${at + 1}`, form));
    const names = found.map(([key]) => key);
    const twice = names.find((key, at) => names.indexOf(key) !== at);
    if (twice === undefined)
        return found;
    throw new UserError(`Input '${name}' names '${twice}' twice. Remove one of the two.`);
}
function lineEntry(line, where, { line: form, written }) {
    const [, key, value] = form.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
        return [key, value];
    throw new UserError(`${where} is not ${written}. Write one a line.`);
}
function jsonEntries(text, name, { json }) {
    try {
        const found = Object.entries(JSON.parse(text));
        if (found.every((entry) => typeof entry[1] === 'string'))
            return found;
    }
    catch {
        // Said below.
    }
    throw new UserError(`Input '${name}' begins like JSON, but is no object of texts. Write it as ${json}.`);
}

;// CONCATENATED MODULE: ./lib/terraform/secret-shapes.js
/** What stands in a text where a secret was recognised by its shape or its name. */
const HIDDEN = '(hidden)';
/** Shapes that are secret wherever they stand. Quantifiers are bounded, so that a hostile text costs linear time. */
const SHAPES = [
    {
        pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g,
        replacement: HIDDEN
    },
    { pattern: /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, replacement: HIDDEN },
    { pattern: /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g, replacement: HIDDEN },
    {
        pattern: /\b(?:gh[pousr]_\w{20,255}|github_pat_\w{20,255}|glpat-[\w-]{20,64}|npm_\w{30,64})/g,
        replacement: HIDDEN
    },
    { pattern: /\bxox[a-z]-[\w-]{10,255}/g, replacement: HIDDEN },
    { pattern: /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/-]{10,255}/g, replacement: `$1${HIDDEN}` },
    { pattern: /\b(?:sk|rk|whsec)_(?:live_|test_)?\w{16,255}/g, replacement: HIDDEN },
    { pattern: /\bsk-[\w-]{20,255}/g, replacement: HIDDEN },
    { pattern: /\bAIza[\w-]{35}/g, replacement: HIDDEN },
    { pattern: /\bSG\.[\w-]{16,64}\.[\w-]{16,64}/g, replacement: HIDDEN },
    {
        pattern: /([?&](?:X-Amz-Signature|X-Amz-Security-Token|sig|signature)=)[\w%.+/=-]{8,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // A password in a URI, up to the last @ before the next ://; a port followed by a path is none.
    {
        pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/[^\s:/?#@]{0,128}:)(?!\d{1,5}(?:[/?#,\s]|$))(?:(?!:\/\/)[^\s"]){1,512}@/gi,
        replacement: `$1${HIDDEN}@`
    },
    { pattern: /(\b[a-z][a-z0-9+.-]{0,40}:\/\/)[^\s:/?#@]{20,255}@/gi, replacement: `$1${HIDDEN}@` },
    {
        pattern: /(\bauthorization["']?\s*[:=]\s*["']?(?:basic|bearer)\s+)[^\s"',]{6,}/gi,
        replacement: `$1${HIDDEN}`
    },
    // password=…, --token …, "api_key": "…" inside a longer text such as a command line or a script.
    {
        pattern: /((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|client[_-]?secret)["']?(?:\s*=\s*|:\s+|\s+(?=["']))["']?)(?!\(hidden\))[^\s"'&;,)}\]]{4,}/gi,
        replacement: `$1${HIDDEN}`
    }
];
/** A cheap look before the shapes are tried: a text with none of these has none of them. */
const SUSPICIOUS = /-----BEGIN|eyJ|AKIA|ASIA|ABIA|ACCA|gh[pousr]_|github_pat_|glpat-|npm_|xox|hooks\.slack|sk[_-]|rk_|whsec_|AIza|SG\.|:\/\/|sig|pass|pwd|secret|token|key|authorization/i;
/** The text with every secret that can be told by its shape replaced; the rest of it stays. */
function hideShapes(text) {
    if (!SUSPICIOUS.test(text))
        return text;
    return SHAPES.reduce((rest, { pattern, replacement }) => rest.replace(pattern, replacement), text);
}
/** Words of a name, whatever its case: dbPassword, DB_PASSWORD and db-password are all [db, password]. */
function words(name) {
    return name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== '');
}
const SECRET_WORDS = new Set([
    'password',
    'passwd',
    'passwords',
    'pwd',
    'pass',
    'passphrase',
    'secret',
    'secrets',
    'token',
    'tokens',
    'apikey',
    'credential',
    'credentials',
    'privatekey',
    'secretkey',
    'accesskey',
    'dsn',
    'salt',
    'pepper',
    'jwt',
    'psk'
]);
const SECRET_PAIRS = /\b(?:api|access|private|secret|encryption|signing|master|shared|auth|session|license|service account) keys?\b|\bconnection string\b|\bauth header\b/;
/** A name that ends so speaks about a secret, it does not hold one. */
const HARMLESS_ENDINGS = new Set([
    'arn',
    'arns',
    'id',
    'ids',
    'name',
    'names',
    'length',
    'ttl',
    'path',
    'paths',
    'policy',
    'version',
    'versions',
    'type',
    'types',
    'enabled',
    'required',
    'days',
    'hours',
    'minutes',
    'seconds',
    'expiration',
    'expires',
    'expiry',
    'validity',
    'units',
    'count',
    'rotation',
    'prefix',
    'size',
    'usage',
    'spec',
    'mode',
    'status',
    'state',
    'alias',
    'region',
    'endpoint',
    'file',
    'url',
    'uri',
    'from',
    'at',
    'change',
    'algorithm'
]);
const WHOLLY_HIDDEN = new Set([
    'user_data',
    'user_data_base64',
    'custom_data',
    'userdata'
]);
const verdicts = new Map();
/** True when a text under this name is a secret by all appearance. */
function isSecretName(name) {
    const known = verdicts.get(name);
    if (known !== undefined)
        return known;
    const verdict = WHOLLY_HIDDEN.has(name.toLowerCase()) || looksSecret(words(name));
    // Names repeat thousands of times in a plan; a hostile plan must not make the memory of them grow without end.
    if (verdicts.size < 10_000)
        verdicts.set(name, verdict);
    return verdict;
}
/** True for a name that speaks about something instead of holding it: `name`, `secret_arn`, `valueFrom`. */
function isReferenceName(name) {
    return name === 'key' || HARMLESS_ENDINGS.has(words(name).at(-1) ?? '');
}
function looksSecret(parts) {
    if (HARMLESS_ENDINGS.has(parts.at(-1) ?? ''))
        return false;
    return parts.some((part) => SECRET_WORDS.has(part)) || SECRET_PAIRS.test(parts.join(' '));
}
/** What a secret name may still show: references to a secret, switches and numbers, empty texts. */
function isHarmlessValue(value) {
    return value === '' || /^arn:aws[\w-]*:/.test(value) || /^(?:true|false|null|none|\d{1,5})$/i.test(value);
}

;// CONCATENATED MODULE: ./lib/backend-config.js



/** Names that sound secret and are not, and the other way round. */
const HARMLESS = /^(?:key|kms_key_id|shared_credentials_files?|use_lockfile|dynamodb_table)$/;
const SECRET = /^(?:sse_customer_key|conn_str|credentials|headers?)$/;
/** The backend's settings, name=value; credentials are refused, since Terraform writes them into the plan file. */
function parseBackendConfig(read) {
    return list(read, 'backend-config').map(checkLine);
}
function checkLine(line) {
    const [, name = ''] = /^([A-Za-z_][\w.-]*)\s*=/.exec(line) ?? [];
    if (name === '') {
        throw new errors/* UserError */.y("Input 'backend-config' has a line that is not name=value. Write one setting a line, such as key=caliber/acme.tfstate; files are not taken.");
    }
    if (SECRET.test(name) || (!HARMLESS.test(name) && isSecretName(name))) {
        throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}', a credential, which Terraform would write into the plan file. Leave it out and give credentials through the environment.`);
    }
    checkValue(name, line.slice(line.indexOf('=') + 1).trim());
    return line;
}
/** Credentials inside a value: a URL's user and password, a token's shape, a name within an object. */
function checkValue(name, value) {
    const names = [...value.matchAll(/([A-Za-z_]\w*)\s*[=:]/g)].map(([, inner = '']) => inner);
    const inner = names.find((one) => SECRET.test(one) || (!HARMLESS.test(one) && isSecretName(one)));
    if (inner === undefined && !/:\/\/[^/?#]*@/.test(value) && hideShapes(value) === value)
        return;
    throw new errors/* UserError */.y(`Input 'backend-config' sets '${name}' to a value that holds ${inner === undefined ? 'a credential' : `'${inner}', a credential`}, which Terraform would write into the plan file. Give credentials through the environment.`);
}

;// CONCATENATED MODULE: ./cli/settings.js





const STACK = 'terraform/stacks/caliber';
/** What the commands keep: git and Terraform's own hashes leave it out. */
const keptIn = (root) => (0,external_node_path_.join)(root, STACK, '.terraform/laptop');
const fileIn = (root) => (0,external_node_path_.join)(keptIn(root), 'settings.json');
const BACKEND_FILE = 'backend.hcl';
/** Settings by what was typed, else the environment, else what init.sh kept, else backend.hcl of the stack. */
async function findSettings({ env, root }, given = {}) {
    const kept = await readKept(root);
    const image = imageOf(given, env) ?? kept?.image;
    const found = typed(given, env) ?? ofEnvironment(env) ?? kept ?? (await ofFile(root));
    if (found === undefined)
        throw new Refusal(`Nothing says where Terraform's states are. Run init.sh --state-bucket <bucket>, set TERRAFORM_BACKEND_CONFIG as the workflows have it (output backend_config of the bootstrap stack), or write ${STACK}/${BACKEND_FILE} after examples/${BACKEND_FILE}.`);
    return { ...checked(found), ...(image === undefined ? {} : { image }) };
}
const imageOf = (given, env) => given.image ?? (env['CALIBER_IMAGE'] || undefined);
/** Keeps settings for later commands. */
async function keepSettings(root, settings) {
    await (0,promises_namespaceObject.mkdir)(keptIn(root), { recursive: true, mode: 0o700 });
    await (0,promises_namespaceObject.writeFile)(fileIn(root), `${JSON.stringify(settings, undefined, 2)}\n`);
}
function typed({ bucket, region }, env) {
    if (bucket === undefined) {
        if (region === undefined)
            return undefined;
        throw new Refusal('--state-region is given without --state-bucket. Give both, or neither.');
    }
    const where = region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']);
    if (where === undefined || where === '')
        throw new Refusal("--state-region is missing, and AWS_REGION is not set. Give the bucket's region, as --state-region us-east-1.");
    return {
        backend: [`bucket=${bucket}`, `region=${where}`, 'encrypt=true', 'use_lockfile=true'],
        from: '--state-bucket'
    };
}
function ofEnvironment(env) {
    const lines = (env['TERRAFORM_BACKEND_CONFIG'] ?? '').split('\n').map((line) => line.trim());
    const backend = lines.filter((line) => line !== '');
    return backend.length === 0 ? undefined : { backend, from: 'TERRAFORM_BACKEND_CONFIG' };
}
async function readKept(root) {
    const text = await (0,promises_namespaceObject.readFile)(fileIn(root), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { ...JSON.parse(text), from: 'init.sh' };
}
async function ofFile(root) {
    const text = await (0,promises_namespaceObject.readFile)((0,external_node_path_.join)(root, STACK, BACKEND_FILE), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : { backend: parseBackendFile(text), from: BACKEND_FILE };
}
/** The lines of a backend's file, `name = "value"`, as name=value. */
function parseBackendFile(text) {
    const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:#|\/\/).*$/, '').trim());
    return lines
        .filter((line) => line !== '')
        .map((line) => {
        const [, name, quoted, bare] = /^([A-Za-z_]\w*)\s*=\s*(?:"([^"\\]*)"|([\w.-]+))\s*(?:#.*)?$/.exec(line) ?? [];
        if (name !== undefined)
            return `${name}=${quoted ?? bare ?? ''}`;
        throw new Refusal(`${BACKEND_FILE} has a line that is not name = "value": write one setting a line.`);
    });
}
/** Refuses credentials, a key, and settings without bucket or region. */
function checked({ backend, from }) {
    const lines = withoutFault(() => parseBackendConfig(() => backend.join('\n')), from);
    if (lines.some((line) => /^key\s*=/.test(line)))
        throw new Refusal(`The backend's settings (${from}) name a key, but each tenant has a state of its own. Take 'key' out.`);
    const missing = ['bucket', 'region'].find((name) => settings_valueOf(lines, name) === undefined);
    if (missing === undefined)
        return { backend: lines, from };
    throw new Refusal(`The backend's settings (${from}) have no ${missing}. Add ${missing}=….`);
}
/** The library names the input of an action, which nobody has typed here. */
function withoutFault(work, from) {
    try {
        return work();
    }
    catch (error) {
        if (!(error instanceof errors/* UserError */.y))
            throw error;
        throw new Refusal(error.message.replace(/^Input 'backend-config'/, `The backend's settings (${from})`), {
            cause: error
        });
    }
}
/** The value of one of the backend's settings. */
function settings_valueOf(backend, name) {
    const line = backend.find((one) => one.slice(0, one.indexOf('=')).trim() === name);
    return line === undefined
        ? undefined
        : line
            .slice(line.indexOf('=') + 1)
            .trim()
            .replaceAll(/^"|"$/g, '');
}

;// CONCATENATED MODULE: ./cli/folder-lock.js




/**
 * One command at a time works in a stack's folder: Terraform keeps there which state it is pointed at, and a second command
 * would turn the first one's plan onto another tenant. What a dead command left is taken over.
 */
async function withFolder(root, work) {
    await (0,promises_namespaceObject.mkdir)(keptIn(root), { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(keptIn(root), 'lock');
    await take(file);
    try {
        return await work();
    }
    finally {
        await (0,promises_namespaceObject.rm)(file, { force: true });
    }
}
async function take(file) {
    for (let attempt = 1; attempt <= 2; attempt += 1) {
        const handle = await (0,promises_namespaceObject.open)(file, 'wx').catch((error) => {
            if (error.code === 'EEXIST')
                return undefined;
            throw error;
        });
        if (handle !== undefined) {
            await handle.writeFile(String(process.pid));
            return handle.close();
        }
        const holder = Number(await (0,promises_namespaceObject.readFile)(file, 'utf8').catch(() => '0'));
        if (isAlive(holder))
            throw new Refusal(`Another command (process ${holder}) works in this folder. Wait for it, or work in another clone.`);
        await (0,promises_namespaceObject.rm)(file, { force: true });
    }
    throw new Refusal('Another command has just begun to work in this folder. Wait for it.');
}
function isAlive(pid) {
    if (!(pid > 0))
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}

;// CONCATENATED MODULE: ./lib/terraform/lock.js
/** The lock's holder out of Terraform's error text; undefined when the text tells of no lock held by somebody. */
function parseLockInfo(text) {
    const at = text.indexOf('Lock Info:');
    if (at === -1)
        return undefined;
    const part = (name) => new RegExp(`^[ \\t│]*${name}:[ \\t]*(.*)$`, 'm').exec(text.slice(at))?.[1]?.trim() ?? '';
    const id = part('ID');
    if (id === '')
        return undefined;
    const [who, operation, created, path] = [part('Who'), part('Operation'), part('Created'), part('Path')];
    return { id, who, operation: operation.replace(/^OperationType/, '').toLowerCase(), created, path };
}
/** Names the holder, and what to type when it is gone and left its lock behind; for logs, comments and errors. */
function describeLock(lock) {
    const what = /^[aeiou]/.test(lock.operation) ? `an ${lock.operation}` : `a ${lock.operation || 'command'}`;
    const holder = `The state is locked by ${what} of ${lock.who || 'somebody'} since ${lock.created || 'an unknown time'} (lock ${lock.id}).`;
    // The id stands in the bucket: what is no word must not get into a command that people copy.
    if (!/^[\w-]+$/.test(lock.id))
        return holder;
    return `${holder} If that process is gone, give the lock back in the stack's folder: terraform force-unlock ${lock.id}.`;
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./lib/terraform/tree.js




/** What Terraform writes by itself, unless git tracks it: another checkout will not have it. */
const WRITTEN_BY_TERRAFORM = [
    '.terraform/',
    '*.tfstate',
    '*.tfstate.*',
    '*.tfplan',
    'crash.log',
    'crash.*.log'
];
/**
 * SHA-256 of what each folder (or file) holds: path and content of every file, whether git tracks or even ignores it, for
 * a plan may read what a build left there. Two checkouts with the same files agree. Keys are paths relative to the root, with forward slashes.
 */
async function hashTree(paths, options) {
    const entries = [];
    for (const path of [...new Set(paths.map((one) => withinRoot(one, options.root)))].toSorted()) {
        entries.push([path, await hashPath(path, options)]);
    }
    return Object.fromEntries(entries);
}
/** The stack's folder and those of its local modules, as Terraform recorded them at init; told as `workingDirectory` is. */
async function readFolders(workingDirectory) {
    const manifest = (0,external_node_path_.join)(workingDirectory, '.terraform/modules/modules.json');
    const text = await (0,promises_namespaceObject.readFile)(manifest, 'utf8').catch((error) => {
        if (error.code === 'ENOENT')
            return '{}';
        throw error;
    });
    const { Modules: modules = [] } = JSON.parse(text);
    const local = modules
        .map(({ Dir: folder }) => (0,external_node_path_.normalize)(folder))
        .filter((folder) => !folder.split(external_node_path_.sep).includes('.terraform'));
    return [
        ...new Set([workingDirectory, ...local.map((folder) => (0,external_node_path_.join)(workingDirectory, folder))].map((one) => (0,external_node_path_.normalize)(one)))
    ];
}
function withinRoot(path, root) {
    const inside = (0,external_node_path_.relative)(root, (0,external_node_path_.resolve)(root, path));
    if (inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside)) {
        throw new errors/* UserError */.y(`The path '${path}' is outside the repository: a sealed plan cannot be bound to it. Move it inside.`);
    }
    return inside === '' ? '.' : inside.split(external_node_path_.sep).join('/');
}
async function hashPath(path, options) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (const file of await listFiles(path, options)) {
        const content = await hashFile((0,external_node_path_.join)(options.root, file));
        if (content !== undefined)
            hash.update(`${file}\0${content}\n`);
    }
    return hash.digest('hex');
}
async function listFiles(path, options) {
    const { root, exec, signal, env, except = [] } = options;
    const args = [
        '--literal-pathspecs',
        '-c',
        'safe.directory=*',
        'ls-files',
        '-z',
        '--cached',
        '--others',
        ...WRITTEN_BY_TERRAFORM.map((pattern) => `--exclude=${pattern}`),
        '--',
        path
    ];
    const { code, stdout, stderr } = await exec('git', args, { cwd: root, env, signal });
    if (code !== 0)
        throw new errors/* UserError */.y(`git cannot list the files of '${path}': ${stderr.trim()}. Check the repository out first.`);
    const files = stdout
        .split('\0')
        .filter((file) => file !== '' && !file.split('/').includes('.terraform') && !except.includes(file));
    return [...new Set(files)].toSorted();
}
/** The content's SHA-256; of a link its target's name; undefined for what is no file (a submodule) or was deleted. */
async function hashFile(file) {
    const stats = await (0,promises_namespaceObject.lstat)(file).catch(() => undefined);
    if (stats === undefined || stats.isDirectory())
        return undefined;
    const content = stats.isSymbolicLink() ? `link ${await (0,promises_namespaceObject.readlink)(file)}` : await (0,promises_namespaceObject.readFile)(file);
    return (0,external_node_crypto_namespaceObject.createHash)('sha256').update(content).digest('hex');
}

;// CONCATENATED MODULE: ./cli/saved-plan.js




/** Where a tenant's plan and variables lie: below .terraform, for its owner's eyes. */
function filesOf(root, tenant) {
    const at = (0,external_node_path_.join)(keptIn(root), tenant.replace('/', '-'));
    return { plan: `${at}.tfplan`, variables: `${at}.tfvars.json`, record: `${at}.json` };
}
/** Writes the variables that a plan is made with. */
async function writeVariables({ variables: file }, variables) {
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.join)(file, '..'), { recursive: true, mode: 0o700 });
    await (0,promises_namespaceObject.writeFile)(file, variables, { mode: 0o600 });
}
/** What the plan that is made now comes from. */
async function readOrigin(made, stack, { root, exec, env, signal }) {
    const head = await exec('git', ['rev-parse', 'HEAD'], { cwd: root, env, signal });
    const hashes = await hashTree(await readFolders(stack.folder), { root, exec, env, signal });
    return { ...made, commit: head.stdout.trim(), files: JSON.stringify(hashes), terraform: stack.version };
}
/** Remembers what the plan beside it was made from. */
async function keepRecord({ record }, origin, now) {
    const kept = { version: 1, ...origin, plannedAt: new Date(now).toISOString() };
    await (0,promises_namespaceObject.writeFile)(record, JSON.stringify(kept), { mode: 0o600 });
}
/** The record of a saved plan; undefined when there is none that can be read. */
async function readRecord({ record }) {
    try {
        const kept = JSON.parse(await (0,promises_namespaceObject.readFile)(record, 'utf8'));
        return kept.version === 1 ? kept : undefined;
    }
    catch {
        return undefined;
    }
}
/** A plan that was applied, or is not wanted, goes: it holds the values of variables and resources. */
async function forgetPlan(files) {
    await Promise.all([files.plan, files.record, files.variables].map((file) => (0,promises_namespaceObject.rm)(file, { force: true })));
}
const WHY = {
    commit: 'the checkout is at another commit now',
    files: 'files of the stack or its modules were changed since',
    variables: "the tenant's variables are others now",
    backend: 'the states are elsewhere now',
    terraform: 'another version of Terraform is on PATH now'
};
/** Why a saved plan must not be applied any more; undefined when it is what would be planned from. */
function describeMisfit(kept, now) {
    if (kept.tenant !== now.tenant)
        return `it is a plan of ${kept.tenant}`;
    const names = Object.keys(WHY);
    const changed = names.find((name) => JSON.stringify(kept[name]) !== JSON.stringify(now[name]));
    return changed === undefined ? undefined : WHY[changed];
}

;// CONCATENATED MODULE: ./lib/terraform/changes.js
const NO_COUNTS = {
    create: 0,
    update: 0,
    replace: 0,
    delete: 0,
    import: 0,
    move: 0,
    forget: 0,
    read: 0,
    outputs: 0,
    drift: 0,
    deferred: 0,
    actions: 0
};
const SINGLE = {
    create: 'create',
    update: 'update',
    delete: 'delete',
    forget: 'forget',
    read: 'read',
    open: 'open',
    renew: 'open',
    close: 'open'
};
/** The kind of a change; a no-op that moves or imports is a move or an import. */
function kindOf(resource) {
    const { actions } = resource.change;
    const action = actions[0] ?? 'no-op';
    if (actions.length > 1)
        return actions.includes('create') ? 'replace' : 'delete';
    if (action === 'no-op')
        return passiveKind(resource);
    // A kind of action that Terraform learns later must not go unseen.
    return SINGLE[action] ?? 'update';
}
function passiveKind(resource) {
    if (resource.change.importing !== undefined)
        return 'import';
    return isMove(resource) ? 'move' : 'none';
}
/** Counts resources and outputs; `drift` is how many drifted objects matter. */
function countChanges(plan, drift) {
    const { deferred_changes: deferred = [], deferred_action_invocations: waiting = [], action_invocations: actions = [] } = plan;
    const kinds = new Map();
    for (const resource of plan.resource_changes) {
        const kind = kindOf(resource);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    const of = (kind) => kinds.get(kind) ?? 0;
    return {
        create: of('create'),
        update: of('update'),
        replace: of('replace'),
        delete: of('delete'),
        forget: of('forget'),
        read: of('read'),
        import: plan.resource_changes.filter(({ change }) => change.importing !== undefined).length,
        move: plan.resource_changes.filter(isMove).length,
        outputs: Object.values(plan.output_changes ?? {}).filter(isOutputChange).length,
        drift,
        deferred: deferred.length + waiting.length,
        actions: actions.length
    };
}
function isMove({ previous_address: previous, address }) {
    return previous !== undefined && previous !== address;
}
function isOutputChange(change) {
    return change.actions.some((action) => action !== 'no-op');
}
/** True when applying the plan would change objects, state or outputs; drift counts where it is all the plan is about. */
function hasChanges(counts, refreshOnly) {
    const { create, update, replace, delete: deleted, import: imported, move, forget, outputs, actions, drift } = counts;
    const changes = create + update + replace + deleted + imported + move + forget + outputs + actions;
    return changes > 0 || (refreshOnly && drift > 0);
}
/** The counts in words, the zero ones left out: `1 to replace, 2 to create`. */
function describeCounts(counts) {
    const named = [
        [counts.replace, 'to replace'],
        [counts.delete, 'to delete'],
        [counts.forget, 'to forget'],
        [counts.update, 'to update'],
        [counts.create, 'to create'],
        [counts.import, 'to import'],
        [counts.move, 'to move'],
        [counts.read, 'to read during the apply'],
        [counts.actions, counts.actions === 1 ? 'action to invoke' : 'actions to invoke'],
        [counts.deferred, 'deferred'],
        [counts.outputs, counts.outputs === 1 ? 'output changes' : 'outputs change'],
        [counts.drift, 'changed outside of Terraform']
    ];
    return (named.flatMap(([count, words]) => (count === 0 ? [] : [`${count} ${words}`])).join(', ') || 'no changes');
}

;// CONCATENATED MODULE: ./lib/terraform/plan-shape.js
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (check) => (value) => Array.isArray(value) && value.every(check);
const mapOf = (check) => (value) => isRecord(value) && Object.values(value).every(check);
const maybe = (check) => (value) => value === undefined || check(value);
function objectOf(members) {
    const checks = Object.entries(members);
    return (value) => isRecord(value) && checks.every(([name, check]) => check(value[name]));
}
const isPath = listOf((step) => typeof step === 'string' || typeof step === 'number');
/** Values and the maps beside them may be any JSON: they are walked, never trusted. */
const isChange = objectOf({
    actions: listOf(isText),
    replace_paths: maybe(listOf(isPath)),
    importing: maybe(objectOf({ id: maybe(isText), unknown: maybe(isFlag) })),
    generated_config: maybe(isText)
});
const isResourceChange = objectOf({
    address: isText,
    type: isText,
    change: isChange,
    previous_address: maybe(isText),
    module_address: maybe(isText),
    deposed: maybe(isText),
    action_reason: maybe(isText)
});
const isInvocation = objectOf({
    address: isText,
    type: maybe(isText),
    lifecycle_action_trigger: maybe(objectOf({
        triggering_resource_address: maybe(isText),
        action_trigger_event: maybe(isText)
    }))
});
const isDisplayed = objectOf({ to_display: maybe(isText), kind: maybe(isText) });
const isCheck = objectOf({
    address: isDisplayed,
    status: isText,
    instances: maybe(listOf(objectOf({
        address: isDisplayed,
        status: isText,
        problems: maybe(listOf(objectOf({ message: isText })))
    })))
});
const isDeclaration = objectOf({ sensitive: maybe(isFlag), ephemeral: maybe(isFlag) });
const MEMBERS = {
    terraform_version: isText,
    planned_values: isRecord,
    variables: mapOf(isRecord),
    resource_changes: listOf(isResourceChange),
    resource_drift: listOf(isResourceChange),
    relevant_attributes: listOf(objectOf({ resource: isText, attribute: isPath })),
    output_changes: mapOf(isChange),
    deferred_changes: listOf(objectOf({ reason: maybe(isText), resource_change: isResourceChange })),
    action_invocations: listOf(isInvocation),
    deferred_action_invocations: listOf(objectOf({ reason: maybe(isText), action_invocation: isInvocation })),
    checks: listOf(isCheck),
    configuration: objectOf({ root_module: maybe(objectOf({ variables: maybe(mapOf(isDeclaration)) })) })
};
/** The first member of a plan's JSON that has not the shape Terraform gives it; undefined when all have. */
function misshapenMember(plan) {
    return Object.keys(MEMBERS).find((name) => plan[name] !== undefined && MEMBERS[name]?.(plan[name]) !== true);
}

;// CONCATENATED MODULE: ./lib/terraform/plan-model.js



/** The plan in `text`, or one sentence on why it is none; `name` says in that sentence where the text is from. */
function parsePlanJson(text, name) {
    const refuse = (why) => {
        throw new errors/* UserError */.y(`${name} is no plan: ${why}. Pass the whole output of 'terraform show -json <plan file>'.`);
    };
    const document = text.replace(/^\uFEFF/, '').trim();
    const fault = faultOfText(document);
    if (fault !== undefined)
        return refuse(fault);
    let value;
    try {
        value = parseExactly(document);
    }
    catch (error) {
        return refuse(faultOfSyntax(error));
    }
    const wrong = faultOfPlan(value);
    return wrong === undefined ? withDefaults(value) : refuse(wrong);
}
function faultOfText(text) {
    if (text === '')
        return 'it is empty';
    if (text.startsWith('PK'))
        return 'it is a binary plan file, not its JSON';
    if (text.startsWith('{'))
        return undefined;
    const first = JSON.stringify(hideShapes(text.slice(0, 40)));
    return `something else stands before the JSON (${first}), as a wrapper's output would`;
}
/** The engine's own words can quote the text, and so a secret: only the position is told. */
function faultOfSyntax(error) {
    const at = /position \d+/.exec(error.message)?.[0] ?? 'its end';
    if (/after JSON/.test(error.message))
        return `something follows the JSON document at ${at}, a second one perhaps`;
    return `it is cut off or damaged at ${at}`;
}
/** Whole numbers beyond 2^53 stay exact, as text: a digest must tell them apart. */
function parseExactly(text) {
    if (!/[:[,]\s*-?\d{16}/.test(text))
        return JSON.parse(text);
    const reviver = (_key, value, context) => typeof value === 'number' && !Number.isSafeInteger(value) && /^-?\d+$/.test(context?.source ?? '')
        ? (context?.source ?? value)
        : value;
    return JSON.parse(text, reviver);
}
function faultOfPlan(value) {
    if (value === null || typeof value !== 'object' || Array.isArray(value))
        return 'it is not a JSON object';
    const plan = value;
    return faultOfVersion(plan['format_version']) ?? faultOfContent(plan);
}
function faultOfVersion(version) {
    if (typeof version !== 'string')
        return "it has no 'format_version'";
    if (!/^(?:0|1)\.\d+$/.test(version))
        return `its format_version ${JSON.stringify(version)} is of a major version not known here`;
    return undefined;
}
function faultOfContent(plan) {
    if (plan['errored'] === true)
        return 'Terraform marked it as errored, planning ended before it was whole';
    if ('values' in plan)
        return 'it describes a state, not a plan';
    if (plan['resource_changes'] === undefined && plan['planned_values'] === undefined)
        return "it has neither 'resource_changes' nor 'planned_values'";
    const member = misshapenMember(plan);
    return member === undefined ? undefined : `its '${member}' is not what Terraform writes`;
}
function withDefaults(plan) {
    return { ...plan, resource_changes: plan.resource_changes ?? [] };
}

;// CONCATENATED MODULE: ./lib/plain-text.js
/** Acts without being seen: control characters, direction marks, zero-width and tag characters, halves of a rune. */
const UNSEEN = /(?![\t\n\r]|(?<=\p{Extended_Pictographic})\uFE0F|(?<=[@#<\]])\u200B)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
/**
 * The text with everything unseen made visible: ESC as ␛, U+202E as ⟨U+202E⟩. A zero-width space that this suite itself
 * put behind `@`, `#`, `<` or `]` stays, so that doing it twice changes nothing.
 */
function plain_text_visible(text) {
    return text.replaceAll(UNSEEN, (unseen) => {
        const code = unseen.codePointAt(0) ?? 0;
        if (code < 0x20)
            return String.fromCodePoint(0x2400 + code);
        return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
}
/** A line of our own with foreign words in it: nothing behind its beginning is a command to the runner. */
function logLine(text) {
    return plain_text_visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/\n(\s*)::/g, '\n$1: :');
}
/** Foreign words for the log: no line of them is a command to the runner, a fold or a colour. */
function logText(text) {
    return plain_text_visible(text.replaceAll(/\r\n?/g, '\n'))
        .replaceAll('##[', '# #[')
        .replaceAll(/^(\s*)::/gm, '$1: :');
}

;// CONCATENATED MODULE: ./lib/markdown.js

/** Ends mentions, HTML comments and folds without changing what a reader sees, and shows what nobody would see. */
function neutralise(text) {
    return withoutMentions(plain_text_visible(text)).replaceAll(/<(?=!--|\/?(?:details|summary)\b)/gi, '<\u200B');
}
const withoutMentions = (text) => text.replaceAll(/(?<!\w)@(?=\w)/g, '@\u200B');
/** Plain text on one line: nothing in it is Markdown, HTML, a mention, a link or a reference to an issue any more. */
function escapeInline(text) {
    return (withoutMentions(plain_text_visible(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}[\]()#+!|~$-]/g, (mark) => `\\${mark}`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('://', '\\://')
        .replaceAll(/\bwww\./gi, (found) => found.replace('.', '\\.'))
        // GitHub links issues in the rendered text, where a backslash is gone.
        .replaceAll(/#(?=\d)/g, '#\u200B')
        .trim());
}
/** Plain text of several lines on one line of Markdown, still shown as several. */
function escapeLines(text) {
    return text
        .split(/\r\n?|\n/)
        .map(escapeInline)
        .filter((line) => line !== '')
        .join('<br>');
}
/** Text for the inside of an HTML element such as `<summary>`. */
function escapeHtml(text) {
    return withoutMentions(plain_text_visible(text))
        .replaceAll(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;');
}
/** A code span that shows `text` as it is, on one line. */
function codeSpan(text) {
    const line = neutralise(text).replaceAll(/\s+/g, ' ');
    const ticks = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
    return `${ticks}${pad}${line}${pad}${ticks}`;
}
/** A fenced block whose fence is longer than any run of backticks inside. */
function fence(text, language = '') {
    const body = neutralise(text.replaceAll(/\r\n?/g, '\n'));
    const ticks = '`'.repeat(Math.max(3, longestRun(body) + 1));
    return `${ticks}${language}\n${body.endsWith('\n') ? body : `${body}\n`}${ticks}`;
}
function longestRun(text) {
    let longest = 0;
    for (const [ticks] of text.matchAll(/`+/g))
        longest = Math.max(longest, ticks.length);
    return longest;
}
/** One row of a table; a pipe inside a cell stays inside it. */
function tableRow(cells) {
    return `| ${cells.map((cell) => escapePipes(cell).replaceAll(/[\r\n]+/g, ' ')).join(' | ')} |`;
}
/** Parsers disagree on a pipe behind two backslashes, so an odd number of them stands before each. */
function escapePipes(cell) {
    return cell.replaceAll(/(\\*)\|/g, (found, slashes) => slashes.length % 2 === 0 ? `${slashes}\\|` : found);
}
/** A table's first two lines. */
function tableHead(titles) {
    return `${tableRow(titles)}\n${tableRow(titles.map(() => '---'))}`;
}
/** A folded part; `summary` is HTML (see escapeHtml), `body` Markdown. */
function details(summary, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
const inCharacters = (text) => text.length;
const inBytes = (text) => Buffer.byteLength(text);
/** Cuts a text between two characters, never inside one. */
function cutRunes(text, length) {
    const last = text.charCodeAt(length - 1);
    const splits = length > 0 && length < text.length && last >= 0xd800 && last <= 0xdbff;
    return text.slice(0, Math.max(0, splits ? length - 1 : length));
}
const ELLIPSIS = '…';
/**
 * At most `limit` of a Markdown text, cut between lines, with every open fence and `<details>` closed again; '' when not
 * even its first line fits.
 */
function markdown_cutMarkdown(text, limit, measure = inCharacters) {
    if (measure(text) <= limit)
        return text;
    const kept = [];
    let open = { fence: '', folds: 0 };
    let room = limit;
    for (const line of text.split('\n')) {
        const next = openAfter(open, line);
        if (room < measure(line) + 1 + measure(closing(next)) + measure(ELLIPSIS) + 1)
            break;
        kept.push(line);
        room -= measure(line) + 1;
        open = next;
    }
    if (kept.length === 0)
        return '';
    return `${kept.join('\n')}\n${ELLIPSIS}${closing(open)}`;
}
/** Foreign Markdown that is to look like ours: it keeps fences and folds, and closes them; links, images and HTML end. */
function tameMarkdown(text) {
    let open = { fence: '', folds: 0 };
    const tame = [];
    for (const raw of visible(text).split(/\r\n?|\n/)) {
        const line = open.fence === '' ? tameLine(raw, open.folds) : raw.replaceAll('<!--', '<\u200B!--');
        // A fold's line begins a piece of HTML that only a blank line ends: nothing behind it may be taken for a fence.
        if (isFold(tame.at(-1)) && open.fence === '' && line.trim() !== '')
            tame.push('');
        tame.push(line);
        open = openAfter(open, line);
    }
    return withoutMentions(tame.join('\n')) + closing(open);
}
/** What this suite itself writes as HTML: a fold begins or ends its line. */
const FOLD = /^(?:<details(?: open)?><summary>.*<\/summary>$|<\/details>$)/;
const OWN_TAG = /^<(?:\/?(?:summary|code)|details|details open)>/;
const isFold = (line) => line !== undefined && FOLD.test(line);
function tameLine(line, folds) {
    if (line === '</details>' && folds > 0)
        return line;
    const opens = line.startsWith('<details') && isFold(line);
    return line
        .replaceAll(/\](?=[(:])/g, ']\u200B')
        .replaceAll(/^([\s>]*(?:[-*+]|\d+[.)])?\s*)~~~/g, '$1\\~~~')
        .replace(/^ {1,3}(?=```)/, '')
        .replaceAll(/<(?=[A-Za-z/!?])/g, (_sign, at, whole) => {
        const [tag = ''] = OWN_TAG.exec(whole.slice(at)) ?? [];
        const isOurs = opens && tag !== '' && (at === 0) === tag.startsWith('<details');
        return isOurs || (at > 0 && whole.startsWith('<br>', at)) ? '<' : '<\u200B';
    });
}
function openAfter(open, line) {
    const ticks = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (open.fence !== '') {
        const closes = ticks !== null && (ticks[1] ?? '').length >= open.fence.length && ticks[2]?.trim() === '';
        return closes ? { ...open, fence: '' } : open;
    }
    if (ticks !== null)
        return { ...open, fence: ticks[1] ?? '' };
    const folds = open.folds + count(line, /<details\b/g) - count(line, /<\/details>/g);
    return { fence: '', folds: Math.max(0, folds) };
}
function closing({ fence: ticks, folds }) {
    return `${ticks === '' ? '' : `\n${ticks}`}${'\n\n</details>'.repeat(folds)}`;
}
function count(text, pattern) {
    return [...text.matchAll(pattern)].length;
}

;// CONCATENATED MODULE: ./lib/terraform/canonical.js
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function isList(value) {
    return Array.isArray(value);
}
/** JSON with sorted keys: equal text exactly when the values are equal. */
function canonicalJson(value) {
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (!isObject(value))
        return JSON.stringify(value ?? null);
    const members = Object.keys(value)
        .toSorted()
        .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
}
/** One member of an object or list; undefined for anything else. A map that is plainly `true` holds for every member. */
function member(value, key) {
    if (value === true)
        return true;
    if (isList(value))
        return value[Number(key)];
    return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

;// CONCATENATED MODULE: ./lib/terraform/redaction.js


/** What stands where the schema, a variable or an output says that a value is sensitive. */
const SENSITIVE = '(sensitive value)';
/** A copy of `value` without what `sensitive` marks and without what looks secret by name or shape. */
function maskSecrets(value, sensitive) {
    if (sensitive === true)
        return value === null ? null : SENSITIVE;
    if (typeof value === 'string')
        return hideText(value);
    if (isList(value))
        return value.map((item, index) => maskSecrets(item, member(sensitive, index)));
    return isObject(value) ? maskMembers(value, sensitive) : value;
}
function maskMembers(value, sensitive) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        hasSecretName(key, value) ? hideLeaves(item) : maskSecrets(item, member(sensitive, key))
    ]));
}
/** A text without the secrets in it; one that is itself JSON is masked by the names in it and written anew. */
function hideText(text) {
    const parsed = parseEmbedded(text);
    return parsed === undefined ? hideShapes(text) : JSON.stringify(maskSecrets(parsed));
}
/** True when the member `key` of `parent` holds a secret: by its own name, or by the name beside it as in `{name, value}`. */
function hasSecretName(key, parent) {
    if (isSecretName(key))
        return true;
    if (key !== 'value' && key !== 'Value' && key !== 'default')
        return false;
    const name = parent['name'] ?? parent['Name'] ?? parent['key'] ?? parent['Key'];
    return typeof name === 'string' && isSecretName(name);
}
/** Every text below a secret name is hidden, but for references to secrets, switches and numbers. */
function hideLeaves(value) {
    if (typeof value === 'string')
        return isHarmlessValue(value) ? value : HIDDEN;
    if (isList(value))
        return value.map(hideLeaves);
    return isObject(value) ? hideMembers(value) : value;
}
/** Below a plural such as `secrets` a member may say that it only names one: `name`, `valueFrom`. */
function hideMembers(value) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [
        key,
        isReferenceName(key) ? maskSecrets(item) : hideLeaves(item)
    ]));
}
/** The value inside a text that is a JSON object or list, as policies and container definitions are. */
function parseEmbedded(text) {
    if (!/^\s*[[{]/.test(text) || !/[\]}]\s*$/.test(text))
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Values the plan itself declares sensitive: they must appear nowhere, not even where a provider lost the mark. */
function collectSecrets(plan) {
    const found = new Set();
    for (const change of allChanges(plan)) {
        addSensitive(change.before, change.before_sensitive, found);
        addSensitive(change.after, change.after_sensitive, found);
    }
    const { action_invocations: invocations = [], variables = {} } = plan;
    for (const { config_values: values, config_sensitive: marks } of invocations)
        addSensitive(values, marks, found);
    const sensitive = sensitiveVariables(plan);
    for (const [name, { value }] of Object.entries(variables))
        addSensitive(value, sensitive.has(name), found);
    return [...found];
}
/** The root module's variables that are declared sensitive. */
function sensitiveVariables(plan) {
    const declared = Object.entries(plan.configuration?.root_module?.variables ?? {});
    return new Set(declared.flatMap(([name, { sensitive }]) => (sensitive === true ? [name] : [])));
}
function allChanges(plan) {
    const { resource_changes: changes, resource_drift: drift = [], deferred_changes: deferred = [] } = plan;
    const resources = [...changes, ...drift, ...deferred.map(({ resource_change: change }) => change)];
    return [...resources.map(({ change }) => change), ...Object.values(plan.output_changes ?? {})];
}
function addSensitive(value, marks, found) {
    if (marks === undefined || marks === false || value === undefined)
        return;
    if (typeof value === 'string') {
        if (marks === true)
            found.add(value);
    }
    else if (isList(value))
        value.forEach((item, index) => addSensitive(item, member(marks, index), found));
    else if (isObject(value))
        for (const key of Object.keys(value))
            addSensitive(value[key], member(marks, key), found);
}
/** Texts shorter than this are too common to be taken out wherever they stand. */
const SHORTEST = 8;
/** A function that takes every one of the `secrets`, raw or encoded, out of a text in time linear in the text. */
function scrubber(secrets) {
    const byStart = new Map();
    const begins = new Uint8Array(65_536);
    for (const form of new Set(secrets.flatMap(formsOf))) {
        const start = form.slice(0, SHORTEST);
        const known = byStart.get(start);
        if (known === undefined)
            byStart.set(start, [form]);
        else
            known.push(form);
        begins[glance(form, 0)] = 1;
    }
    for (const forms of byStart.values())
        forms.sort((a, b) => b.length - a.length);
    return byStart.size === 0 ? (text) => text : (text) => scrub(text, { byStart, begins });
}
function glance(text, at) {
    return (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 7)) & 0xffff;
}
function scrub(text, { byStart, begins }) {
    const kept = [];
    let from = 0;
    for (let at = 0; at + SHORTEST <= text.length;) {
        const form = begins[glance(text, at)] === 1
            ? byStart.get(text.slice(at, at + SHORTEST))?.find((one) => text.startsWith(one, at))
            : undefined;
        if (form === undefined) {
            at += 1;
            continue;
        }
        kept.push(text.slice(from, at), SENSITIVE);
        at += form.length;
        from = at;
    }
    return from === 0 ? text : [...kept, text.slice(from)].join('');
}
function formsOf(secret) {
    const raw = [secret, ...secret.split(/\r?\n/)];
    const forms = raw.flatMap((one) => [
        one,
        JSON.stringify(one).slice(1, -1),
        encodeURIComponent(Buffer.from(one).toString()),
        Buffer.from(one).toString('base64').replace(/=+$/, '')
    ]);
    return forms.filter((form) => form.length >= SHORTEST);
}

;// CONCATENATED MODULE: ./lib/terraform/attribute-text.js



/** What stands for a value that only the apply will know. */
const UNKNOWN = '(known after apply)';
const LONGEST = 400;
/** A value on one line, without secrets; a long one shows the part around `focus`. */
function renderLeaf(value, focus = 0) {
    const text = typeof value === 'string' ? JSON.stringify(hideText(value)) : canonicalJson(maskSecrets(value));
    if (text.length <= LONGEST)
        return text;
    const start = Math.max(0, Math.min(focus - 80, text.length - LONGEST));
    const head = cutRunes(text, start);
    const shown = cutRunes(text.slice(head.length), LONGEST);
    const [before, after] = [start === 0 ? '' : '…', head.length + shown.length < text.length ? '…' : ''];
    return `${before}${shown}${after} (${text.length.toLocaleString('en')} characters)`;
}
/** Where two texts begin to differ, as they will be shown. */
function firstDifference(a, b) {
    if (typeof a !== 'string' || typeof b !== 'string' || Math.max(a.length, b.length) <= LONGEST)
        return 0;
    let at = 0;
    while (at < a.length && a[at] === b[at])
        at += 1;
    return at;
}
/** The way to a member: `tags`, `tags["a b"]`, `ingress[0]`, `environment["DB_HOST"]`. */
function memberPath(path, key) {
    if (typeof key === 'number')
        return `${path}[${key}]`;
    if (!/^[A-Za-z_][\w-]*$/.test(key))
        return `${path}[${JSON.stringify(key)}]`;
    return path === '' ? key : `${path}.${key}`;
}
/** A whole path such as those of `replace_paths`. */
function renderPath(path) {
    return path.reduce(memberPath, '');
}

;// CONCATENATED MODULE: ./lib/terraform/attribute-sides.js


/** True for what is not there: neither a value nor members that will be known later. */
function isNothing(side) {
    return (side.value === undefined || side.value === null) && !isBranch(side);
}
/** True where members can be compared one by one, all of one side perhaps missing. */
function isBranchOrNothing(side) {
    return isBranch(side) || isNothing(side);
}
/** A value with members; one that is unknown in parts has them in the map when it has none itself. */
function isBranch({ value, unknown }) {
    return isList(value) || isObject(value) || (value === undefined && (isObject(unknown) || isList(unknown)));
}
/** Names of the members that any of the sides has, or will have once it is known. */
function keysOf(sides) {
    const keys = new Set();
    for (const { value, unknown } of sides) {
        if (isObject(value))
            for (const key of Object.keys(value))
                keys.add(key);
        if (isObject(unknown))
            for (const key of Object.keys(unknown))
                keys.add(key);
    }
    return [...keys];
}
/** The items, those among them that are wholly unknown. */
function itemsOf({ value, unknown }) {
    const items = isList(value) ? value : [];
    const length = Math.max(items.length, isList(unknown) ? unknown.length : 0);
    return items.length === length ? items : Array.from({ length }, (_, index) => items[index] ?? null);
}
/** What a member is that the other side alone has. */
const NOTHING = { value: undefined, sensitive: undefined, unknown: undefined };
/** One member of a side, with its part of the maps. */
function sideOf({ value, sensitive, unknown }, key) {
    return { value: member(value, key), sensitive: member(sensitive, key), unknown: member(unknown, key) };
}
/** True when nothing changes that can be known now. */
function isSame({ before, after }) {
    if (hasUnknown(after.unknown))
        return false;
    const [old, now] = [before.value ?? null, after.value ?? null];
    if (typeof old !== 'object' || typeof now !== 'object')
        return old === now;
    return canonicalJson(old) === canonicalJson(now);
}
function hasUnknown(unknown) {
    if (unknown === undefined || typeof unknown === 'boolean')
        return unknown === true;
    return canonicalJson(unknown).includes('true');
}
/** A value whose type changes is shown whole: what the map marks inside it must still stay hidden. */
function withoutSensitive({ value = null, sensitive }) {
    return typeof value === 'string' ? value : maskSecrets(value, sensitive);
}
/** `tags_all` without what `tags` says already, before and after. */
function withoutTags({ before, after }, side) {
    const all = sideOf(side, 'tags_all');
    if (!isObject(all.value))
        return all;
    const repeats = (key) => [before, after].every(({ value }) => {
        return (canonicalJson(member(member(value, 'tags'), key)) ===
            canonicalJson(member(member(value, 'tags_all'), key)));
    });
    return { ...all, value: Object.fromEntries(Object.entries(all.value).filter(([key]) => !repeats(key))) };
}

;// CONCATENATED MODULE: ./lib/terraform/list-pairs.js

/** Attributes that name an object within its list, the best first. */
const NAMES = ['name', 'Name', 'key', 'Sid', 'sid', 'id', 'arn', 'containerPort', 'Key'];
/**
 * Pairs the items of two lists so that an insertion in the middle shows as an insertion: by name where every item has
 * one of its own, else equal items first and the rest in order.
 */
function pairItems(before, after) {
    const name = NAMES.find((one) => isNamedBy(before, one) && isNamedBy(after, one));
    return name === undefined ? pairByValue(before, after) : pairByName(before, after, name);
}
function isNamedBy(items, name) {
    const names = items.map((item) => (isObject(item) ? nameIn(item, name) : undefined));
    return names.every((one) => one !== undefined) && new Set(names).size === items.length;
}
function nameIn(item, name) {
    const value = member(item, name);
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
}
function pairByName(before, after, name) {
    const labelOf = (item) => String(nameIn(item, name));
    const later = new Map(after.map((item, index) => [labelOf(item), index]));
    const known = new Set(before.map(labelOf));
    const pairs = before.map((item, index) => {
        const other = later.get(labelOf(item));
        return {
            before: index,
            ...(other === undefined ? {} : { after: other }),
            label: labelOf(item),
            named: name
        };
    });
    const added = after.flatMap((item, index) => known.has(labelOf(item)) ? [] : [{ after: index, label: labelOf(item), named: name }]);
    return [...pairs, ...added];
}
function pairByValue(before, after) {
    const waiting = new Map();
    after.forEach((item, index) => {
        const key = canonicalJson(item);
        const known = waiting.get(key);
        if (known === undefined)
            waiting.set(key, [index]);
        else
            known.push(index);
    });
    const taken = new Set();
    const left = before.flatMap((item, index) => {
        const equal = waiting.get(canonicalJson(item))?.pop();
        if (equal === undefined)
            return [index];
        taken.add(equal);
        return [];
    });
    const free = after.flatMap((_, index) => (taken.has(index) ? [] : [index]));
    return Array.from({ length: Math.max(left.length, free.length) }, (_, at) => pairRest(left[at], free[at]));
}
function pairRest(before, after) {
    return {
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        label: after ?? before ?? 0
    };
}

;// CONCATENATED MODULE: ./lib/terraform/text-diff.js
/** More comparisons than this are not made: the middle is then shown as wholly replaced. */
const MOST_COMPARISONS = 250_000;
const CONTEXT = 2;
/** The lines in which two texts differ, with two lines of context. */
function diffLines(before, after) {
    const [old, now] = [before.split('\n'), after.split('\n')];
    const start = commonStart(old, now);
    const end = commonEnd(old.slice(start), now.slice(start));
    const middle = diffMiddle(old.slice(start, old.length - end), now.slice(start, now.length - end));
    const keep = (lines) => lines.map((text) => ({ sign: ' ', text }));
    return [
        ...keep(old.slice(Math.max(0, start - CONTEXT), start)),
        ...middle,
        ...keep(old.slice(old.length - end, old.length - end + CONTEXT))
    ];
}
function commonStart(a, b) {
    let length = 0;
    while (length < a.length && length < b.length && a[length] === b[length])
        length += 1;
    return length;
}
function commonEnd(a, b) {
    let length = 0;
    while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length])
        length += 1;
    return length;
}
function diffMiddle(a, b) {
    const removed = a.map((text) => ({ sign: '-', text }));
    const added = b.map((text) => ({ sign: '+', text }));
    return a.length * b.length > MOST_COMPARISONS ? [...removed, ...added] : walk(a, b);
}
/** Follows the longest common subsequence of both sides. */
function walk(a, b) {
    const lengths = commonLengths(a, b);
    const at = (i, j) => lengths[i * (b.length + 1) + j] ?? 0;
    const lines = [];
    let [i, j] = [0, 0];
    while (i < a.length && j < b.length) {
        if (a[i] === b[j]) {
            lines.push({ sign: ' ', text: a[i++] ?? '' });
            j += 1;
        }
        else if (at(i + 1, j) >= at(i, j + 1))
            lines.push({ sign: '-', text: a[i++] ?? '' });
        else
            lines.push({ sign: '+', text: b[j++] ?? '' });
    }
    const removed = a.slice(i).map((text) => ({ sign: '-', text }));
    return [...lines, ...removed, ...b.slice(j).map((text) => ({ sign: '+', text }))];
}
function commonLengths(a, b) {
    const width = b.length + 1;
    const lengths = new Uint16Array((a.length + 1) * width);
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            const [down = 0, right = 0, both = 0] = [
                lengths[(i + 1) * width + j],
                lengths[i * width + j + 1],
                lengths[(i + 1) * width + j + 1]
            ];
            lengths[i * width + j] = a[i] === b[j] ? both + 1 : Math.max(down, right);
        }
    }
    return lengths;
}

;// CONCATENATED MODULE: ./lib/terraform/attribute-diff.js






/** More lines than this of one object are counted instead of shown. */
const MOST_LINES = 300;
/** The attributes that change, one path a line with its sign in the first column; no secret among them. */
function diffAttributes(change) {
    const output = {
        lines: [],
        unknown: [],
        forced: (change.replace_paths ?? []).map(renderPath),
        told: new Set()
    };
    const before = { value: change.before, sensitive: change.before_sensitive, unknown: undefined };
    const after = {
        value: change.after,
        sensitive: change.after_sensitive,
        unknown: change.after_unknown
    };
    attribute_diff_walk({ path: '', before, after }, output);
    if (output.unknown.length > 0)
        output.lines.push(`+ ${UNKNOWN}: ${listed(output.unknown)}`);
    if (output.lines.length <= MOST_LINES)
        return output.lines;
    return [...output.lines.slice(0, MOST_LINES), `… and ${output.lines.length - MOST_LINES} more lines`];
}
function attribute_diff_walk(place, output) {
    const { before, after } = place;
    if (after.unknown === true)
        return writeUnknown(place, output);
    if (before.sensitive === true || after.sensitive === true)
        return writeSensitive(place, output);
    if (isNothing(before) && isNothing(after))
        return;
    if (isBranchOrNothing(before) && isBranchOrNothing(after))
        return walkMembers(place, output);
    writeLeaf(place, output);
}
function walkMembers(place, output) {
    const { before, after } = place;
    const lists = [before, after].filter(({ value, unknown }) => isList(value ?? unknown)).length;
    const objects = [before, after].filter(({ value }) => isObject(value)).length;
    if (lists > 0 && objects > 0)
        return writeLeaf(place, output);
    if (lists > 0)
        return walkItems(place, output);
    for (const key of keysOf([before, after])) {
        if (key === 'tags_all' && place.path === '')
            walkAllTags(place, output);
        else if (key !== place.named)
            walkMember(place, key, output);
    }
}
/** `tags_all` repeats `tags`: only what the provider's default tags add is told, of a new or a lost object on one line. */
function walkAllTags(place, output) {
    const before = withoutTags(place, place.before);
    const after = withoutTags(place, place.after);
    const inside = { path: 'tags_all', before, after };
    if (after.unknown === true || (isObject(before.value) && isObject(after.value)))
        return attribute_diff_walk(inside, output);
    const text = ({ value, sensitive }) => isObject(value) && Object.keys(value).length > 0 ? renderLeaf(maskSecrets(value, sensitive)) : undefined;
    write(inside, [text(before), text(after)], output);
}
function walkMember({ path, before, after }, key, output) {
    const place = { path: memberPath(path, key), before: sideOf(before, key), after: sideOf(after, key) };
    const secret = isSecretMember(before, key) || isSecretMember(after, key);
    if (!secret || !hidesSomething(place))
        return attribute_diff_walk(place, output);
    if (isSame(place))
        return;
    const text = ({ value }) => value === undefined || value === null ? undefined : renderHidden(value);
    const now = place.after.unknown === true ? UNKNOWN : text(place.after);
    write(place, [text(place.before), now], output);
}
function isSecretMember({ value }, key) {
    return isObject(value) && hasSecretName(key, value);
}
function hidesSomething({ before, after }) {
    if (before.sensitive === true || after.sensitive === true)
        return false;
    return [before.value, after.value].some((value) => value !== undefined && canonicalJson(hideLeaves(value)) !== canonicalJson(value));
}
function renderHidden(value) {
    const hidden = hideLeaves(value);
    return typeof hidden === 'string' ? hidden : canonicalJson(hidden);
}
function walkItems({ path, before, after }, output) {
    const [old, now] = [itemsOf(before), itemsOf(after)];
    for (const pair of pairItems(old, now)) {
        const place = {
            path: typeof pair.label === 'number' ? `${path}[${pair.label}]` : `${path}[${JSON.stringify(pair.label)}]`,
            before: pair.before === undefined ? NOTHING : sideOf(before, pair.before),
            after: pair.after === undefined ? NOTHING : sideOf(after, pair.after),
            ...(pair.named === undefined ? {} : { named: pair.named })
        };
        attribute_diff_walk(place, output);
    }
}
function writeUnknown(place, output) {
    if (isNothing(place.before))
        output.unknown.push(place.path);
    else
        write(place, [maskedLeaf(place.before), UNKNOWN], output);
}
function maskedLeaf({ value = null, sensitive }) {
    return sensitive === true
        ? SENSITIVE
        : renderLeaf(withoutSensitive({ value, sensitive, unknown: undefined }));
}
function writeSensitive(place, output) {
    const { before, after } = place;
    if (isNothing(before) && isNothing(after))
        return;
    if (!isSame(place))
        return write(place, [isNothing(before) ? undefined : SENSITIVE, isNothing(after) ? undefined : SENSITIVE], output);
    if (before.sensitive === after.sensitive)
        return;
    const now = after.sensitive === true ? 'from now on sensitive' : 'no longer sensitive';
    output.lines.push(`! ${place.path}: the value stays, it is ${now}`);
}
function writeLeaf(place, output) {
    if (isSame(place))
        return;
    const [old, now] = [withoutSensitive(place.before), withoutSensitive(place.after)];
    if (walkEmbedded(place, output))
        return;
    if (isLong(old) || isLong(now))
        return writeText(place, [old, now], output);
    const focus = firstDifference(old, now);
    write(place, [old === null ? undefined : renderLeaf(old, focus), now === null ? undefined : renderLeaf(now, focus)], output);
}
/** Texts that are JSON on every side they exist on are compared as what they hold. */
function walkEmbedded(place, output) {
    const [old, now] = [embedded(place.before), embedded(place.after)];
    if (old === undefined || now === undefined || (old === null && now === null))
        return false;
    const count = output.lines.length;
    attribute_diff_walk({ path: place.path, before: { ...NOTHING, value: old }, after: { ...NOTHING, value: now } }, output);
    if (output.lines.length === count)
        output.lines.push(`! ${place.path}: only the formatting of its JSON changes`);
    return true;
}
function embedded({ value }) {
    if (value === undefined || value === null)
        return null;
    return typeof value === 'string' ? parseEmbedded(value) : undefined;
}
function isLong(value) {
    return typeof value === 'string' && value.trimEnd().includes('\n');
}
function writeText(place, [old, now], output) {
    const text = (value) => typeof value === 'string' ? hideText(value) : value === null ? '' : renderLeaf(value);
    const sign = old === null ? '+' : now === null ? '-' : ' ';
    output.lines.push(`${sign} ${place.path} =${forcing(place, output)}`);
    const shown = old === null || now === null
        ? whole(sign, text(old ?? now))
        : diffLines(text(old), text(now));
    for (const line of shown)
        output.lines.push(`${line.sign}     ${line.text}`);
    if (shown.every((line) => line.sign === ' '))
        output.lines.push(`!     only hidden parts of it change`);
}
function whole(sign, text) {
    return text
        .trimEnd()
        .split('\n')
        .map((line) => ({ sign, text: line }));
}
function write(place, [old, now], output) {
    const force = forcing(place, output);
    if (old !== undefined)
        output.lines.push(`- ${place.path} = ${old}${now === undefined ? force : ''}`);
    if (now !== undefined)
        output.lines.push(`+ ${place.path} = ${now}${force}`);
}
/** Says once of each attribute that it forces the replacement. */
function forcing({ path }, { forced, told }) {
    const forces = forced.find((one) => path === one || path.startsWith(`${one}.`) || path.startsWith(`${one}[`));
    if (forces === undefined || told.has(forces))
        return '';
    told.add(forces);
    return '  # forces replacement';
}
function listed(names) {
    const more = names.length > 30 ? `, and ${names.length - 30} more` : '';
    return names.slice(0, 30).join(', ') + more;
}

;// CONCATENATED MODULE: ./lib/terraform/drift.js

/** Sorts drift by whether a relevant attribute changed; where drift is all the plan is about, everything is relevant. */
function findDrift(plan, refreshOnly) {
    const drifted = (plan.resource_drift ?? []).filter(({ change }) => change.actions.some((action) => action !== 'no-op'));
    const paths = relevantPaths(plan);
    const relevant = drifted.filter((one) => refreshOnly || matters(one, paths));
    return { relevant, others: drifted.length - relevant.length };
}
function relevantPaths(plan) {
    const paths = new Map();
    for (const { resource, attribute } of plan.relevant_attributes ?? []) {
        const known = paths.get(resource);
        if (known === undefined)
            paths.set(resource, [attribute]);
        else
            known.push(attribute);
    }
    return paths;
}
/** A deleted object always matters; so does one the plan changes in the same attribute or that another one reads. */
function matters(drifted, paths) {
    const { change, address } = drifted;
    if (change.actions.includes('delete'))
        return true;
    const withoutIndex = address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, '');
    const candidates = [...new Set([address, withoutIndex])].flatMap((one) => paths.get(one) ?? []);
    return candidates.some((path) => differs(change.before, change.after, path));
}
function differs(before, after, path) {
    const [key] = path;
    if (key === undefined || !canDescend(before, after))
        return canonicalJson(before) !== canonicalJson(after);
    return differs(member(before, key), member(after, key), path.slice(1));
}
function canDescend(before, after) {
    return [before, after].every((side) => isObject(side) || Array.isArray(side));
}
/**
 * What a refresh-only plan writes into the state. Such a plan has no resource changes at all, where every other one lists
 * each object of the state, be it as a no-op; `plan-file` may hold one without any input saying so.
 */
function recordedDrift(plan) {
    if (plan.resource_changes.length > 0)
        return [];
    return (plan.resource_drift ?? []).filter(({ change }) => change.actions.some((action) => action !== 'no-op'));
}

;// CONCATENATED MODULE: ./lib/terraform/reasons.js


const REASONS = {
    replace_because_tainted: 'it is tainted',
    replace_because_cannot_update: 'it cannot be updated in place',
    replace_by_request: 'it was asked for',
    replace_by_triggers: 'a trigger in replace_triggered_by changed',
    delete_because_no_resource_config: 'its configuration is gone',
    delete_because_wrong_repetition: 'its configuration repeats it in another way now',
    delete_because_count_index: 'its index is beyond count',
    delete_because_each_key: 'its key is not in for_each any more',
    delete_because_no_module: 'its module is gone',
    delete_because_no_move_target: 'it was moved to an address that is not configured',
    read_because_config_unknown: 'its configuration is only known after the apply',
    read_because_dependency_pending: 'something it depends on changes first',
    read_because_check_nested: 'a check reads it'
};
const DEFERRED = {
    instance_count_unknown: 'how many there will be is not known yet',
    resource_config_unknown: 'its configuration is not known yet',
    provider_config_unknown: "its provider's configuration is not known yet",
    absent_prereq: 'something it needs does not exist yet',
    deferred_prereq: 'something it depends on is deferred'
};
/** Why a change happens, in Markdown; '' when Terraform does not say. Unknown reasons are shown as they are. */
function describeReason({ action_reason: reason, change }) {
    const forced = (change.replace_paths ?? []).slice(0, 5).map((path) => codeSpan(renderPath(path)));
    if (forced.length > 0 && reason !== 'replace_by_request' && reason !== 'replace_because_tainted') {
        return `${forced.join(', ')} cannot change in place`;
    }
    if (reason === undefined || reason === '')
        return '';
    return REASONS[reason] ?? reason.replaceAll('_', ' ').replaceAll(/[^\w ]/g, '');
}
/** Why a change waits for another plan. */
function describeDeferral(reason) {
    return DEFERRED[reason ?? ''] ?? 'Terraform does not say why';
}
/** In which order a replacement happens. */
function describeOrder({ change }) {
    if (change.actions.includes('forget'))
        return 'created anew, the old one is forgotten';
    return change.actions[0] === 'create'
        ? 'created first, then the old one deleted'
        : 'deleted first, then created';
}

;// CONCATENATED MODULE: ./lib/terraform/render-checks.js


/** One line for every check, condition or validation that fails, and one for those that only the apply decides. */
function renderChecks(checks) {
    const failing = checks.filter(({ status }) => status === 'fail' || status === 'error').flatMap(renderCheck);
    const open = checks.filter(({ status }) => status === 'unknown').length;
    return [...failing, ...(open === 0 ? [] : [`- ${open} can only be decided after the apply`])];
}
function renderCheck({ address, status, instances = [] }) {
    const bad = instances.filter((one) => one.status === 'fail' || one.status === 'error');
    const lines = bad.flatMap((one) => {
        const name = codeSpan(one.address.to_display ?? address.to_display ?? 'check');
        const problems = one.problems ?? [];
        if (problems.length === 0)
            return [`- ${name} ${one.status}s`];
        return problems.map(({ message }) => `- ${name} ${one.status}s: ${escapeInline(hideShapes(message))}`);
    });
    return lines.length > 0 ? lines : [`- ${codeSpan(address.to_display ?? 'check')} ${status}s`];
}

;// CONCATENATED MODULE: ./lib/terraform/risk.js
/** Types whose destruction loses data, identities or keys that no apply brings back. */
const STATEFUL_TYPES = new Set([
    'aws_db_instance',
    'aws_db_cluster_snapshot',
    'aws_db_snapshot',
    'aws_rds_cluster',
    'aws_rds_cluster_instance',
    'aws_rds_global_cluster',
    'aws_docdb_cluster',
    'aws_docdb_cluster_instance',
    'aws_docdb_global_cluster',
    'aws_docdbelastic_cluster',
    'aws_neptune_cluster',
    'aws_neptune_cluster_instance',
    'aws_redshift_cluster',
    'aws_redshiftserverless_namespace',
    'aws_dynamodb_table',
    'aws_dynamodb_global_table',
    'aws_keyspaces_table',
    'aws_timestreamwrite_table',
    'aws_qldb_ledger',
    'aws_dsql_cluster',
    'aws_memorydb_cluster',
    'aws_s3_bucket',
    'aws_s3_directory_bucket',
    'aws_s3tables_table',
    'aws_s3tables_table_bucket',
    'aws_s3control_bucket',
    'aws_ebs_volume',
    'aws_ebs_snapshot',
    'aws_efs_file_system',
    'aws_fsx_lustre_file_system',
    'aws_fsx_ontap_file_system',
    'aws_fsx_openzfs_file_system',
    'aws_fsx_windows_file_system',
    'aws_kms_key',
    'aws_kms_external_key',
    'aws_kms_replica_key',
    'aws_secretsmanager_secret',
    'aws_ssm_parameter',
    'aws_ecr_repository',
    'aws_ecrpublic_repository',
    'aws_backup_vault',
    'aws_glacier_vault',
    'aws_cognito_user_pool',
    'aws_opensearch_domain',
    'aws_elasticsearch_domain',
    'aws_opensearchserverless_collection',
    'aws_elasticache_cluster',
    'aws_elasticache_replication_group',
    'aws_elasticache_serverless_cache',
    'aws_msk_cluster',
    'aws_msk_serverless_cluster',
    'aws_mq_broker',
    'aws_kinesis_stream',
    'aws_sqs_queue',
    'aws_acmpca_certificate_authority',
    'aws_route53_zone',
    'aws_lightsail_database',
    'aws_codecommit_repository'
]);
/** True when the object itself goes: a delete, or a replace in either order. Forgetting keeps it. */
function isStatefulDestroy(change) {
    return (change.mode === 'managed' && STATEFUL_TYPES.has(change.type) && change.change.actions.includes('delete'));
}
/** The address, and for a deposed object (the old half of an earlier replace) its key. */
function nameOf(change) {
    return change.deposed === undefined ? change.address : `${change.address} (deposed ${change.deposed})`;
}
/** Addresses of databases, buckets, keys and other stateful objects that the plan destroys or replaces, in plan order. */
function findStatefulDestroys(plan) {
    const deferred = (plan.deferred_changes ?? []).map(({ resource_change }) => resource_change);
    return [...plan.resource_changes, ...deferred].filter(isStatefulDestroy).map(nameOf);
}

;// CONCATENATED MODULE: ./lib/terraform/render-change.js






const MARKS = {
    replace: '♻️ replace',
    delete: '❌ delete',
    forget: '👋 forget',
    update: '✏️ update',
    create: '➕ create',
    import: '📥 import',
    move: '➡️ move',
    read: '🔍 read',
    open: '⏳ open',
    none: 'nothing'
};
/** One row of the overview: what, which, why. */
function renderRow(resource) {
    return tableRow([MARKS[kindOf(resource)], codeSpan(nameOf(resource)), notesOf(resource).join('; ')]);
}
/** What a reader should know beside the attributes: order, reason, data at risk, where it comes from. */
function notesOf(resource) {
    const { change, previous_address: previous, address, deposed } = resource;
    const { importing } = change;
    const id = importing?.id === undefined ? 'an id that is not known yet' : codeSpan(hideShapes(importing.id));
    return [
        ...(isStatefulDestroy(resource) ? ['**its data goes**'] : []),
        ...(kindOf(resource) === 'replace' ? [describeOrder(resource)] : []),
        ...(deposed === undefined ? [] : ['what is left of an earlier replacement']),
        ...[describeReason(resource)].filter((reason) => reason !== ''),
        ...(previous === undefined || previous === address ? [] : [`moved from ${codeSpan(previous)}`]),
        ...(importing === undefined
            ? []
            : [importing.identity === undefined ? `imported from ${id}` : 'imported by its identity'])
    ];
}
/** A change in full: a list item where no attribute changes, else a folded diff. */
function renderChange(resource) {
    const lines = diffAttributes(resource.change);
    const notes = notesOf(resource);
    const generated = resource.change.generated_config;
    const parts = [
        ...(lines.length > 0 && hasDiff(resource) ? [fence(lines.join('\n'), 'diff')] : []),
        ...(generated === undefined ? [] : [`Generated configuration:\n\n${fence(hideShapes(generated), 'hcl')}`])
    ];
    if (parts.length === 0)
        return `- ${[codeSpan(nameOf(resource)), ...notes].join(': ')}`;
    const reason = notes.length === 0 ? [] : [notes.join('; ')];
    return details(`<code>${escapeHtml(nameOf(resource))}</code> ${kindOf(resource)}`, [...reason, ...parts].join('\n\n'));
}
/** A forgotten object keeps all its attributes, and Terraform only stops looking at it. */
function hasDiff(resource) {
    return kindOf(resource) !== 'forget';
}

;// CONCATENATED MODULE: ./lib/terraform/sections.js

/** The parts of a rendered plan in the order in which they are kept when room runs out. */
const SECTION_KINDS = [
    'failure',
    'stateful',
    'differences',
    'partial',
    'table',
    'replace',
    'delete',
    'forget',
    'overview',
    'update',
    'create',
    'import',
    'move',
    'actions',
    'read',
    'deferred',
    'outputs',
    'drift',
    'checks',
    'warnings',
    'ephemeral'
];
/** A block that does not fit is cut when at least this much room is left, else left out. */
const SMALLEST_CUT = 600;
/**
 * The sections of several stacks within a budget: the most important kind of every stack comes before the next kind of
 * any. A block is kept, cut at a line, or left out and counted.
 */
function fitSections(stacks, { limit, measure, note }) {
    const room = { left: limit, measure, note };
    const kept = stacks.map(() => []);
    for (const kind of SECTION_KINDS) {
        stacks.forEach((sections, index) => {
            for (const section of sections.filter((one) => one.kind === kind))
                kept[index]?.push(...fitSection(section, room));
        });
    }
    return kept;
}
/** Its title, the note and the blank lines between are paid for before any block. */
function fitSection(section, room) {
    const { measure, note } = room;
    const cost = measure(section.title) + note + 8;
    if (section.blocks.length === 0 || room.left < cost)
        return [];
    room.left -= cost;
    const blocks = [];
    for (const block of section.blocks) {
        const size = measure(block) + 2;
        const fitting = size <= room.left ? block : room.left >= SMALLEST_CUT ? cutMarkdown(block, room.left - 2, measure) : '';
        if (fitting === '')
            break;
        blocks.push(fitting);
        room.left -= measure(fitting) + 2;
    }
    return [{ ...section, blocks }];
}
/** The Markdown of one section; `more` says where the rest is to be found. */
function renderSection({ title, blocks, total, kind }, more) {
    const note = total > blocks.length ? [renderNote(total - blocks.length, total, more)] : [];
    const body = kind === 'table' ? [[title, ...blocks].join('\n')] : [title, separate(blocks)];
    return [...body.filter((part) => part !== ''), ...note].join('\n\n');
}
/** List items stay together, everything else is set apart. */
function separate(blocks) {
    return blocks
        .map((block, at) => (at === 0 ? '' : isItem(block) && isItem(blocks[at - 1]) ? '\n' : '\n\n') + block)
        .join('');
}
function isItem(block) {
    return block !== undefined && block.startsWith('- ') && !block.includes('\n');
}
/** Longest that the line on what was left out can be, for a budget's `note`. */
const noteLength = (more) => renderNote(10_000_000, 10_000_000, more).length;
function renderNote(missing, total, more) {
    return `_${missing} of ${total} left out here; ${more}._`;
}

;// CONCATENATED MODULE: ./lib/terraform/render-plan.js










/** Room that no reader of one plan ever needs more of: blocks beyond it are counted, not made. */
const MOST_CHARACTERS = 2_000_000;
const TITLES = {
    failure: '',
    stateful: '',
    differences: '',
    partial: '',
    table: tableHead(['Change', 'Resource', 'Notes']),
    replace: '#### Replace',
    delete: '#### Delete',
    forget: '#### Forget (Terraform stops managing them, they stay)',
    overview: '',
    update: '#### Update',
    create: '#### Create',
    import: '#### Import',
    move: '#### Move',
    read: '#### Read during the apply',
    actions: '#### Actions',
    deferred: '#### Deferred to a later plan',
    outputs: '#### Outputs',
    drift: '#### Changed outside of Terraform',
    checks: '#### Checks',
    warnings: '#### Warnings',
    ephemeral: '#### Ephemeral'
};
/** Renders every change of a plan. Time and memory grow with the plan's size and no faster. */
function renderPlan(plan, options) {
    const drift = findDrift(plan, options.refreshOnly);
    const groups = groupByKind(plan.resource_changes);
    const blocks = {
        partial: renderPartial(plan),
        ...renderTables(groups),
        ...renderGroups(groups),
        outputs: renderOutputs(plan),
        drift: withNote(collect(drift.relevant, renderDrifted), drift),
        actions: collect(plan.action_invocations ?? [], renderInvocation),
        deferred: renderDeferred(plan),
        checks: collect(renderChecks(plan.checks ?? []), (line) => line)
    };
    const scrub = scrubber(collectSecrets(plan));
    const sections = SECTION_KINDS.flatMap((kind) => toSection(kind, blocks[kind], scrub));
    return {
        counts: countChanges(plan, drift.relevant.length),
        statefulDestroys: findStatefulDestroys(plan),
        sections
    };
}
/** An apply of such a plan leaves something to do: nobody should take it for all there is. */
function renderPartial({ complete }) {
    if (complete !== false)
        return { blocks: [], total: 0 };
    const note = '> [!NOTE]\n> Terraform marks this plan as incomplete: targets or deferred changes leave something out of it.';
    return { blocks: [note], total: 1 };
}
/** A section of its own, for what does not come from the plan's JSON. */
function makeSection(kind, blocks) {
    return { kind, title: TITLES[kind], blocks, total: blocks.length };
}
function groupByKind(changes) {
    const groups = new Map();
    for (const change of changes) {
        const kind = kindOf(change);
        const group = groups.get(kind);
        if (group === undefined)
            groups.set(kind, [change]);
        else
            group.push(change);
    }
    return groups;
}
const SHOWN_KINDS = ['replace', 'delete', 'forget', 'update', 'create', 'import', 'move', 'read'];
/** More rows than this push the diffs off the screen: then only those that take something away stay in sight. */
const MOST_ROWS = 15;
const GRAVE = new Set(['replace', 'delete', 'forget']);
function renderTables(groups) {
    const kinds = [...SHOWN_KINDS, 'open'];
    const of = (chosen) => chosen.flatMap((kind) => groups.get(kind) ?? []);
    const all = of(kinds);
    if (all.length <= MOST_ROWS)
        return { table: collect(all, renderRow) };
    const grave = of(kinds.filter((kind) => GRAVE.has(kind)));
    const rest = of(kinds.filter((kind) => !GRAVE.has(kind)));
    return { table: collect(grave, renderRow), overview: foldRows(rest, grave.length > 0) };
}
/** Folded rows are an overview: beyond some, the sections below and the counts above say it better. */
const MOST_FOLDED = 200;
function foldRows(changes, isRest) {
    if (changes.length === 0)
        return { blocks: [], total: 0 };
    const rows = changes.slice(0, MOST_FOLDED).map(renderRow);
    const more = changes.length > rows.length ? [`\n_and ${changes.length - rows.length} more_`] : [];
    const table = [TITLES.table, ...rows, ...more].join('\n');
    return { blocks: [details(`All ${changes.length} ${isRest ? 'other ' : ''}changes`, table)], total: 1 };
}
function renderGroups(groups) {
    const rendered = SHOWN_KINDS.map((kind) => [kind, collect(groups.get(kind) ?? [], renderChange)]);
    const ephemeral = collect(groups.get('open') ?? [], (change) => `- ${codeSpan(change.address)}: ${change.change.actions.join(', ')}`);
    return { ...Object.fromEntries(rendered), ephemeral };
}
/** Renders items until there is more than anybody reads; the rest is only counted. */
function collect(items, render) {
    const blocks = [];
    let room = MOST_CHARACTERS;
    for (const item of items) {
        if (room <= 0)
            break;
        const block = render(item);
        blocks.push(block);
        room -= block.length;
    }
    return { blocks, total: items.length };
}
function toSection(kind, blocks, scrub) {
    if (blocks === undefined || blocks.blocks.length === 0)
        return [];
    return [{ kind, title: TITLES[kind], blocks: blocks.blocks.map(scrub), total: blocks.total }];
}
/** All outputs in one diff; their names are looked at as an attribute's name would be. */
function renderOutputs(plan) {
    const changing = Object.entries(plan.output_changes ?? {}).filter(([, change]) => isOutputChange(change));
    const lines = changing.flatMap(([name, change]) => diffAttributes(asAttribute(name, change)));
    const blocks = lines.length === 0 ? changing.map(([name]) => `- ${codeSpan(name)}`) : [fence(lines.join('\n'), 'diff')];
    return { blocks, total: blocks.length };
}
function asAttribute(name, change) {
    const within = (value) => (value === undefined ? {} : { [name]: value });
    return {
        actions: change.actions,
        before: within(change.before),
        after: within(change.after),
        after_unknown: within(change.after_unknown),
        before_sensitive: within(change.before_sensitive),
        after_sensitive: within(change.after_sensitive)
    };
}
function renderDrifted(resource) {
    const gone = resource.change.actions.includes('delete');
    const lines = gone ? [] : diffAttributes(resource.change);
    if (lines.length === 0)
        return `- ${codeSpan(nameOf(resource))}${gone ? ' is gone' : ' changed'}`;
    return details(`<code>${escapeHtml(nameOf(resource))}</code> was changed`, fence(lines.join('\n'), 'diff'));
}
function withNote({ blocks, total }, { others }) {
    if (others === 0)
        return { blocks, total };
    return {
        blocks: [...blocks, `- ${others} more changed in ways that this plan does not depend on`],
        total: total + 1
    };
}
function renderInvocation(invocation) {
    const { address, config_values: values, config_sensitive: sensitive, config_unknown: unknown } = invocation;
    const { triggering_resource_address: trigger, action_trigger_event: event } = invocation.lifecycle_action_trigger ?? {};
    const when = trigger === undefined ? 'asked for' : `${render_plan_words(event)} of ${codeSpan(trigger)}`;
    const lines = diffAttributes({
        actions: ['create'],
        ...(values === undefined ? {} : { after: values }),
        ...(sensitive === undefined ? {} : { after_sensitive: sensitive }),
        ...(unknown === undefined ? {} : { after_unknown: unknown })
    });
    if (lines.length === 0)
        return `- ${codeSpan(address)}: ${when}`;
    return `${codeSpan(address)}: ${when}\n\n${fence(lines.join('\n'), 'diff')}`;
}
/** `AfterCreate` and `after_create` are both `after create`. */
function render_plan_words(event = 'part') {
    return event
        .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
        .replaceAll(/\W|_/g, ' ')
        .toLowerCase();
}
function renderDeferred(plan) {
    const changes = (plan.deferred_changes ?? []).map(({ reason, resource_change: change }) => {
        return `- ${codeSpan(nameOf(change))}: ${kindOf(change)}, ${describeDeferral(reason)}`;
    });
    const actions = (plan.deferred_action_invocations ?? []).map(({ reason, action_invocation: one }) => {
        return `- ${codeSpan(one.address)}: action, ${describeDeferral(reason)}`;
    });
    return collect([...changes, ...actions], (line) => line);
}

;// CONCATENATED MODULE: ./cli/plain-markdown.js
/** Markdown of this suite's own making as text for a terminal: folds are open, tables aligned, diffs coloured. */
function plainMarkdown(markdown, paint) {
    const shown = [];
    const lines = markdown.split('\n');
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const [, ticks] = /^(`{3,})[^`]*$/.exec(line) ?? [];
        if (ticks !== undefined) {
            const end = lines.findIndex((one, index) => index > at && one.startsWith(ticks));
            const last = end === -1 ? lines.length : end;
            shown.push(...lines.slice(at + 1, last).map((one) => `    ${paintDiff(visibleText(one), paint)}`));
            at = last;
        }
        else if (line.startsWith('|')) {
            const end = lines.findIndex((one, index) => index > at && !one.startsWith('|'));
            const last = end === -1 ? lines.length : end;
            shown.push(...renderTable(lines.slice(at, last), paint));
            at = last - 1;
        }
        else
            shown.push(...renderLine(line, paint));
    }
    return shown
        .join('\n')
        .replaceAll(/\n{3,}/g, '\n\n')
        .trim();
}
function paintDiff(line, paint) {
    if (line.startsWith('+'))
        return paint('green', line);
    if (line.startsWith('-'))
        return paint('red', line);
    return line.startsWith('!') ? paint('yellow', line) : line;
}
function renderLine(line, paint) {
    const heading = /^#{1,6} (.*)$/.exec(line);
    if (heading !== null)
        return ['', paint('bold', inline(heading[1] ?? ''))];
    const fold = /^<details(?: open)?><summary>(.*)<\/summary>$/.exec(line);
    if (fold !== null)
        return [`▸ ${inline(fold[1] ?? '')}`];
    if (line === '</details>')
        return [];
    const callout = /^> \[!(\w+)\]$/.exec(line);
    if (callout !== null)
        return [paint('red', paint('bold', `${callout[1]}`))];
    const quote = /^> ?(.*)$/.exec(line);
    return quote === null
        ? inline(line).split('\n')
        : inline(quote[1] ?? '')
            .split('\n')
            .map((one) => `  ${one}`);
}
/** Cells in columns; the line below the titles is drawn. */
function renderTable(lines, paint) {
    const rows = lines
        .filter((line) => !/^\|(?:\s*:?-+:?\s*\|)+$/.test(line))
        .map((line) => line
        .replace(/^\|\s*/, '')
        .replace(/\s*\|$/, '')
        .split(/(?<!\\)\s*\|\s*/)
        .map((cell) => inline(cell.replaceAll('\\|', '|')).replaceAll('\n', ' ')));
    const columns = Math.max(...rows.map((row) => row.length));
    const widths = Array.from({ length: columns }, (_none, at) => Math.min(60, Math.max(...rows.map((row) => row[at]?.length ?? 0))));
    const draw = (row) => row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd();
    const [head = [], ...body] = rows;
    return [paint('dim', draw(head)), ...body.map(draw)];
}
const ENTITIES = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' };
/** Words of a line without their marks; what is in a code span stays as it is. */
function inline(text) {
    return text
        .split(/(`+(?:[^`]|[^`].*?[^`])`+(?!`))/)
        .map((part) => (part.startsWith('`') ? part.replaceAll(/^`+ ?| ?`+$/g, '') : unmark(part)))
        .map(visibleText)
        .join('');
}
function unmark(text) {
    return text
        .replaceAll(/<br\s*\/?>/g, '\n')
        .replaceAll(/<\/?(?:code|sub|b|i|strong|em)>/g, '')
        .replaceAll(/\[([^\]]*)\]\(([^)\s]*)\)/g, (_all, words, url) => words === url ? url : `${words} (${url})`)
        .replaceAll(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, '$1')
        .replaceAll(/(?<![\\\w])_(.+?)(?<!\\)_(?!\w)/g, '$1')
        .replaceAll(/&(?:lt|gt|amp|quot);/g, (one) => ENTITIES[one] ?? one)
        .replaceAll(/\\([\\`*_{}[\]()#+!|~$:.-])/g, '$1');
}
/** Without the marks that keep GitHub from reading more into a text than it says. */
const visibleText = (text) => text.replaceAll('\u200B', '');

;// CONCATENATED MODULE: ./cli/show-plan.js





/** Renders the JSON of a saved plan as the comment on a pull request does, without secrets. */
function showPlan(json, paint) {
    const plan = parsePlanJson(json, "Terraform's plan");
    const { counts, sections, statefulDestroys: losses } = renderPlan(plan, { refreshOnly: false });
    const changes = hasChanges(counts, false);
    // What a stack without changes was found to be otherwise is the provider's to know, and no change of this plan's.
    const shown = changes ? sections : sections.filter(({ kind }) => kind === 'checks' || kind === 'partial');
    const markdown = shown.map((section) => renderSection(section, "'terraform show' has them")).join('\n\n');
    const warning = losses.map((address) => paint('red', `  - ${address}`));
    const lost = losses.length === 0 ? [] : [paint('red', 'This plan destroys objects that hold data:'), ...warning, ''];
    return {
        hasChanges: changes,
        counts: describeCounts(changes ? counts : { ...counts, drift: 0 }),
        text: [...lost, plainMarkdown(markdown, paint)].join('\n'),
        losses,
        json: plan
    };
}
/** Names of the snapshots that the databases of a plan leave behind when they are destroyed. */
function finalSnapshots({ resource_changes: changes }) {
    return changes
        .filter(({ type }) => DATABASES.has(type))
        .flatMap(({ change }) => {
        const before = (change.before ?? {});
        const name = before['final_snapshot_identifier'];
        return before['skip_final_snapshot'] === false && typeof name === 'string' ? [name] : [];
    });
}
const DATABASES = new Set(['aws_docdb_cluster', 'aws_db_instance']);
/** Whether the stack refuses the plan that destroys it, by its state: what AWS has of that may differ, or be nothing. */
const protects = ({ resource_changes: changes }) => changes.some(({ address, change }) => {
    const { output } = (change.before ?? {});
    return address === 'terraform_data.protection' && output?.on === true;
});

;// CONCATENATED MODULE: ./cli/planned.js







const LOCK_TIMEOUT = '2m';
/** Points the stack's folder at the tenant's state, plans, and keeps the plan with what it was made from. */
async function makePlan(target, stack, ports) {
    const { terminal } = ports;
    const files = filesOf(ports.root, target.key);
    await forgetPlan(files);
    await writeVariables(files, renderTenant(target.tenant));
    terminal.say(`Planning ${target.key} with Terraform ${stack.version} (states: ${target.settings.from}) …`);
    await stack.initialise(target.settings, target.stateKey);
    const made = await stack.quietly.plan({
        varFiles: [files.variables],
        targets: [],
        replace: [],
        refreshOnly: false,
        destroy: target.destroy === true,
        lockTimeout: LOCK_TIMEOUT,
        out: files.plan
    });
    if (made.kind === 'locked')
        throw new errors/* UserError */.y(`No plan was made. ${describeLock(made.lock)}`);
    if (made.kind === 'failed')
        throw new errors/* UserError */.y(`The plan of ${target.key} failed, and nothing was changed. ${made.message}`);
    if (target.isPassing !== true)
        await keepRecord(files, await originOf(target, stack, ports), ports.now());
    return { files, shown: showPlan(await stack.terraform.showPlan(files.plan), terminal.paint) };
}
/** The plan that plan.sh has saved for the tenant; undefined when there is none, refused when it would be another now. */
async function findPlan(target, stack, ports) {
    const files = filesOf(ports.root, target.key);
    const kept = await readRecord(files);
    if (kept === undefined || !(await exists(files.plan)))
        return undefined;
    await stack.initialise(target.settings, target.stateKey);
    const misfit = describeMisfit(kept, await originOf(target, stack, ports));
    if (misfit !== undefined)
        throw new Refusal(`The plan of ${target.key} that was saved at ${kept.plannedAt} must not be applied: ${misfit}. Run plan.sh again, or apply.sh --new-plan.`);
    ports.terminal.say(`The plan that was saved at ${kept.plannedAt}:`);
    return { files, shown: showPlan(await stack.terraform.showPlan(files.plan), ports.terminal.paint) };
}
function originOf(target, stack, ports) {
    const { key, tenant, stateKey, settings } = target;
    const made = {
        tenant: key,
        variables: renderTenant(tenant),
        backend: [...settings.backend, `key=${stateKey}`]
    };
    return readOrigin(made, stack, ports);
}
const exists = async (file) => (0,promises_namespaceObject.access)(file).then(() => true, () => false);
/** Shows a plan as the comment on a pull request would. */
function tellPlan({ shown }, { terminal }) {
    if (shown.text !== '')
        terminal.say(`\n${shown.text}\n`);
    terminal.say(terminal.paint('bold', `Plan: ${shown.counts}.`));
}
/** Applies a saved plan, and throws a sentence on how far it came when that is not to its end. */
async function applyPlan({ files }, key, stack) {
    const result = await stack.terraform.apply({ file: files.plan, lockTimeout: LOCK_TIMEOUT });
    switch (result.kind) {
        case 'applied':
            return forgetPlan(files);
        case 'stale':
            throw new errors/* UserError */.y(`The state of ${key} was changed since this plan was made, so nothing was applied. Run plan.sh again.`);
        case 'locked':
            throw new errors/* UserError */.y(`Nothing was applied. ${describeLock(result.lock)}`);
        case 'unreleased':
            await forgetPlan(files);
            throw new errors/* UserError */.y(`Everything was applied, but the lock could not be given back. ${result.lock === undefined ? result.message : describeLock(result.lock)}`);
        case 'unsaved':
            return saveState(result.message, key, stack);
        case 'failed':
            throw new errors/* UserError */.y(`The apply of ${key} failed half-way. Mend the cause above and run it again: it goes on from there.`);
    }
}
/** What was made is on AWS and not in the state: it is written once more. */
async function saveState(message, key, stack) {
    try {
        await stack.terraform.saveState();
    }
    catch (cause) {
        throw new errors/* UserError */.y(`The state of ${key} could not be saved: ${message}\nIt lies in errored.tfstate in ${stack.folder}. Keep that file, and run 'terraform state push errored.tfstate' there before anything else.`, { cause });
    }
}

;// CONCATENATED MODULE: ./lib/terraform/arguments.js
/** What the file of variables that come with a job, not with the checkout, is called. */
const GIVEN_VARIABLES = 'given.tfvars.json';
/** The same arguments with one more file of variables, which is read last. */
function withVariables(args, file) {
    return file === undefined ? args : { ...args, varFiles: [...args.varFiles, file] };
}
/** The command line of `terraform plan` for these arguments. */
function planCommand(args) {
    return [
        'plan',
        '-json',
        '-input=false',
        '-lock=true',
        `-out=${args.out}`,
        ...args.varFiles.map((file) => `-var-file=${file}`),
        ...args.targets.map((address) => `-target=${address}`),
        ...args.replace.map((address) => `-replace=${address}`),
        ...(args.refreshOnly ? ['-refresh-only'] : []),
        ...(args.destroy ? ['-destroy'] : []),
        ...tuning(args)
    ];
}
/** The command line of `terraform apply` for a saved plan: no variables, which the plan already holds. */
function applyCommand(args) {
    return ['apply', '-json', '-input=false', '-lock=true', ...tuning(args), args.file];
}
/** The command line that takes addresses out of the state. */
function forgetCommand({ addresses, lockTimeout }) {
    const patience = lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`];
    return ['state', 'rm', '-lock=true', ...patience, ...addresses];
}
function tuning(args) {
    return [
        ...(args.parallelism === undefined ? [] : [`-parallelism=${args.parallelism}`]),
        ...(args.lockTimeout === undefined ? [] : [`-lock-timeout=${args.lockTimeout}`])
    ];
}
/** The command line of `terraform init`; a different backend than an earlier one in the same folder simply replaces it. */
function initCommand({ backend = true, backendConfig = [], lockfileReadonly = false }) {
    return [
        'init',
        '-input=false',
        '-no-color',
        ...(backend
            ? ['-reconfigure', ...backendConfig.map((line) => `-backend-config=${line}`)]
            : ['-backend=false']),
        ...(lockfileReadonly ? ['-lockfile=readonly'] : [])
    ];
}

;// CONCATENATED MODULE: ./lib/terraform/diagnostics.js

/** A line of the machine-readable output, or undefined when it is something else. */
function parseUiLine(line) {
    if (!line.startsWith('{'))
        return undefined;
    try {
        const { type = '', diagnostic, '@message': message = '' } = JSON.parse(line);
        return {
            type,
            message: hideShapes(message),
            ...(diagnostic === undefined ? {} : { diagnostic: toDiagnostic(diagnostic) })
        };
    }
    catch {
        return undefined;
    }
}
/** The diagnostics in the output of `terraform validate -json`; undefined when the text is not that. */
function parseValidation(text) {
    try {
        const value = JSON.parse(text);
        return (value.diagnostics ?? []).map(toDiagnostic);
    }
    catch {
        return undefined;
    }
}
/** `Summary: detail (on main.tf line 3)` in one paragraph. */
function describeDiagnostic({ summary, detail, file, startLine, address }) {
    const place = file === undefined ? (address ?? '') : `${file}${startLine === undefined ? '' : ` line ${startLine}`}`;
    const text = [summary, detail].filter((part) => part !== '').join(': ');
    return place === ''
        ? text
        : `${text} (${address === undefined || file === undefined ? '' : `${address}, `}${place})`;
}
/** Values in a snippet are left out: only the sentence and the place are kept, without secrets that show by their shape. */
function toDiagnostic({ severity, summary = '', detail = '', address, range }) {
    return {
        severity: severity === 'warning' ? 'warning' : 'error',
        summary: hideShapes(summary),
        detail: hideShapes(detail),
        ...(address === undefined ? {} : { address }),
        ...toPlace(range)
    };
}
function toPlace(range) {
    if (range?.filename === undefined)
        return {};
    const { filename: file, start, end } = range;
    return {
        file,
        ...(start?.line === undefined ? {} : { startLine: start.line }),
        ...(end?.line === undefined ? {} : { endLine: end.line })
    };
}

;// CONCATENATED MODULE: ./lib/terraform/environment.js

const REFUSED = [
    {
        pattern: /^TF_WORKSPACE$/,
        why: "a saved plan would count as stale; give each stack a state 'key' of its own instead"
    },
    { pattern: /^TF_LOG(?:_|$)/, why: "Terraform's debug log prints secrets; unset it" },
    {
        pattern: /^TF_CLI_ARGS(?:_|$)/,
        why: "it changes every command unseen; use this action's inputs instead"
    },
    { pattern: /^TF_DATA_DIR$/, why: "modules are looked up in the stack's own .terraform folder; unset it" }
];
/** Refuses variables that would change what Terraform does behind the action's back. */
function checkEnvironment(env) {
    for (const [name, value] of Object.entries(env)) {
        const rule = REFUSED.find(({ pattern }) => pattern.test(name));
        if (rule !== undefined && value !== undefined && value !== '') {
            throw new errors/* UserError */.y(`The environment variable ${name} is set, which is not allowed here: ${rule.why}.`);
        }
    }
}
/**
 * What Terraform, its providers and its programs get to see: not the action's inputs (the seal key among them), not the
 * runner's tokens and command files.
 */
function terraformEnvironment(env) {
    const kept = Object.entries(env).filter(([name]) => !/^(?:INPUT_|ACTIONS_|STATE_|RUNNER_TRACKING_ID$)/.test(name) && !COMMAND_FILES.has(name));
    return { ...Object.fromEntries(kept), TF_IN_AUTOMATION: '1', TF_INPUT: '0', CHECKPOINT_DISABLE: '1' };
}
const COMMAND_FILES = new Set([
    'GITHUB_ENV',
    'GITHUB_PATH',
    'GITHUB_OUTPUT',
    'GITHUB_STATE',
    'GITHUB_STEP_SUMMARY',
    'GITHUB_ARTIFACTS'
]);
/** The same without `TF_VAR_*`: a saved plan holds its variables, and Terraform would print what it is given again. */
function withoutVariables(env) {
    return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TF_VAR_')));
}

;// CONCATENATED MODULE: ./lib/terraform/endings.js

/** Where Terraform leaves a state that it could not save, in the stack's folder. */
const UNSAVED_STATE = 'errored.tfstate';
/** Who holds the lock that an error tells of. */
function lockOf(errors) {
    return errors.map(({ detail }) => parseLockInfo(detail)).find((lock) => lock !== undefined);
}
/** Somebody else's lock stood in the way (412) and was gone when Terraform asked whose it is (404). */
const isLockRace = (errors) => errors.some(({ summary, detail }) => summary === 'Error acquiring the state lock' &&
    parseLockInfo(detail) === undefined &&
    /PreconditionFailed|StatusCode: 412/.test(detail) &&
    /NoSuchKey|StatusCode: 404/.test(detail));
/** Nothing failed but giving the lock back. */
const isOnlyUnreleased = (errors) => errors.length > 0 && errors.every(({ summary }) => summary === 'Error releasing the state lock');
/** The state could not be written; Terraform says so once, and once more where it has left it. */
const isUnsaved = ({ summary, detail }) => summary === 'Failed to save state' || detail.includes(UNSAVED_STATE);

;// CONCATENATED MODULE: ./lib/terraform/cli.js











/** Terraform as a record of functions; refuses an environment that would change it behind the action's back. */
function terraformCli(options) {
    checkEnvironment(options.env);
    const session = { ...options, env: terraformEnvironment(options.env) };
    return {
        version: () => version(session),
        init: (args) => init(session, args),
        validate: () => validate(session),
        unformatted: async () => lines((await quiet(session, ['fmt', '-check', '-recursive', '-no-color'])).stdout),
        plan: (args) => plan(session, args),
        showPlan: async (file) => succeed(await quiet(session, ['show', '-json', file]), 'show'),
        apply: (args) => apply({ ...session, env: withoutVariables(session.env) }, args),
        saveState: () => cli_saveState(session),
        forget: (args) => forget(session, args),
        output: async () => succeed(await quiet(session, ['output', '-json']), 'output')
    };
}
async function version(session) {
    const text = succeed(await quiet(session, ['version', '-json']), 'version');
    const start = text.indexOf('{');
    return JSON.parse(text.slice(start)).terraform_version;
}
async function init(session, args) {
    const result = await aloud(session, initCommand(args), hideShapes);
    if (result.code === 0)
        return;
    const words = hideShapes((result.stderr || result.stdout).trim().slice(-2000));
    throw new errors/* UserError */.y(`terraform init failed: ${words}\nNothing was changed. Mend the cause; if the backend only did not answer, run the job again.`);
}
async function validate(session) {
    const result = await quiet(session, ['validate', '-json', '-no-color']);
    return parseValidation(result.stdout) ?? [failure(result, 'validate')];
}
async function plan(session, args) {
    const { result, diagnostics } = await speakInTurn(session, planCommand(args));
    if (result.code === 0)
        return { kind: 'planned', warnings: diagnostics };
    const errors = errorsOf(result, diagnostics, 'plan');
    const lock = lockOf(errors);
    return lock === undefined
        ? { kind: 'failed', message: describeAll(errors), diagnostics: errors }
        : { kind: 'locked', lock };
}
async function apply(session, args) {
    const { result, diagnostics } = await speakInTurn(session, applyCommand(args));
    if (result.code === 0)
        return { kind: 'applied' };
    const errors = errorsOf(result, diagnostics, 'apply');
    if (errors.some(({ summary }) => summary === 'Saved plan is stale'))
        return { kind: 'stale' };
    const lock = lockOf(errors);
    const message = describeAll(errors);
    if (isOnlyUnreleased(errors))
        return { kind: 'unreleased', message, ...(lock === undefined ? {} : { lock }) };
    const unsaved = errors.filter(isUnsaved);
    if (unsaved.length > 0)
        return { kind: 'unsaved', message, isWhole: unsaved.length === errors.length };
    return lock === undefined ? { kind: 'failed', message } : { kind: 'locked', lock };
}
async function cli_saveState(session) {
    succeed(await quiet(session, ['state', 'push', UNSAVED_STATE]), 'state push');
    await (0,promises_namespaceObject.rm)((0,external_node_path_.join)(session.cwd, UNSAVED_STATE), { force: true });
}
async function forget(session, args) {
    const result = await aloud(session, forgetCommand(args), hideShapes);
    if (result.code === 0)
        return { kind: 'forgotten' };
    const lock = parseLockInfo(result.stderr);
    return lock === undefined
        ? { kind: 'failed', message: describeDiagnostic(failure(result, 'state rm')) }
        : { kind: 'locked', lock };
}
const TURNS = 3;
/** Runs a command that takes the lock; asks again when it was given back between being refused and being looked at. */
async function speakInTurn(session, args) {
    for (let turn = 1;; turn += 1) {
        const spoken = await speak(session, args);
        if (spoken.result.code === 0 || turn === TURNS || !isLockRace(spoken.diagnostics))
            return spoken;
        session.log.info('The lock was given back while it was asked for: asking again.');
    }
}
/** Message types whose words hold addresses and counts, never attribute values. */
const SPOKEN = new Set([
    'version',
    'planned_change',
    'change_summary',
    'resource_drift',
    'apply_start',
    'apply_progress',
    'apply_complete',
    'apply_errored',
    'provision_start',
    'provision_complete',
    'provision_errored',
    'diagnostic',
    'log',
    'action_start',
    'action_complete'
]);
/** Runs a command with `-json` and prints what it says, but none of the values it would print. */
async function speak(session, args) {
    const diagnostics = [];
    const result = await aloud(session, args, (line) => {
        const ui = parseUiLine(line);
        if (ui === undefined)
            return hideShapes(line);
        if (ui.diagnostic !== undefined)
            diagnostics.push(ui.diagnostic);
        if (ui.diagnostic !== undefined)
            return `${ui.diagnostic.severity}: ${describeDiagnostic(ui.diagnostic)}`;
        return SPOKEN.has(ui.type) ? ui.message : undefined;
    });
    return { result, diagnostics };
}
/** Prints each line that `render` makes of the output, with workflow commands switched off around it. */
async function aloud(session, args, render) {
    const token = (0,external_node_crypto_namespaceObject.randomUUID)();
    const print = (line) => {
        const text = render(line);
        if (text !== undefined)
            session.log.info(logText(text));
    };
    session.log.info(`::stop-commands::${token}`);
    try {
        return await run(session, args, { onStdout: print, onStderr: print });
    }
    finally {
        session.log.info(`::${token}::`);
    }
}
function quiet(session, args) {
    return run(session, args, {});
}
function run({ binary = 'terraform', cwd, env, signal, exec }, args, listeners) {
    return exec(binary, args, { cwd, env, signal, ...listeners });
}
function succeed(result, command) {
    if (result.code === 0)
        return result.stdout;
    throw new errors/* UserError */.y(describeDiagnostic(failure(result, command)));
}
function failure({ code, stderr, stdout }, command) {
    const words = hideShapes((stderr.trim() || stdout.trim()).slice(-2000));
    return { severity: 'error', summary: `terraform ${command} failed with exit code ${code}`, detail: words };
}
function errorsOf(result, diagnostics, command) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    return errors.length > 0 ? errors : [failure({ ...result, stdout: '' }, command)];
}
function describeAll(errors) {
    return errors.map(describeDiagnostic).join('\n');
}
function lines(text) {
    return text.split('\n').filter((line) => line !== '');
}

;// CONCATENATED MODULE: ./cli/stack.js





const OLDEST = '1.11.4';
const INSTALL = 'Install Terraform 1.13.1, which the workflows use: https://releases.hashicorp.com/terraform/1.13.1/ (action setup-terraform-1.13.1 checks it by digest).';
/** Terraform as it is on PATH; refused when there is none or it is too old. */
async function openStack(ports) {
    const { env, exec, signal, terminal, root } = ports;
    const folder = (0,external_node_path_.join)(root, STACK);
    const apart = (command, args, options) => exec(command, args, { ...options, apart: true });
    const open = (log) => terraformCli({ cwd: folder, log, exec: apart, signal, env });
    const terraform = open(terminal.log);
    const version = await askVersion(terraform, signal);
    if (!isNewEnough(version))
        throw new Refusal(`Terraform ${version} is on PATH, and ${OLDEST} is the oldest that will do. ${INSTALL}`);
    const quietly = open({ ...terminal.log, info: () => undefined });
    return {
        folder,
        version,
        terraform,
        quietly,
        initialise: (settings, key) => quietly.init({ backendConfig: [...settings.backend, `key=${key}`], lockfileReadonly: true }),
        install: () => quietly.init({ backend: false, lockfileReadonly: true })
    };
}
async function askVersion(terraform, signal) {
    try {
        return await terraform.version();
    }
    catch (error) {
        if (signal.aborted || error instanceof errors/* UserError */.y)
            throw error;
        throw new Refusal(`There is no terraform on PATH that can be run. ${INSTALL}`, { cause: error });
    }
}
/** Whether a version is not older than the oldest that will do. */
function isNewEnough(version) {
    const [wanted, found] = [OLDEST, version].map((one) => one.split(/[.-]/).slice(0, 3).map(Number));
    const at = [0, 1, 2].find((index) => wanted?.[index] !== found?.[index]);
    return at === undefined || (found?.[at] ?? 0) > (wanted?.[at] ?? 0);
}

;// CONCATENATED MODULE: ./cli/registry.js




/** The registry's folder in a checkout. */
const REGISTRY = 'terraform/tenants';
const registryFile = (root, named) => (0,external_node_path_.join)(root, REGISTRY, fileOf(named));
/** The tenant's file of the registry as the checkout has it; undefined when there is none. */
async function readRegistered(root, named) {
    const text = await (0,promises_namespaceObject.readFile)(registryFile(root, named), 'utf8').catch(() => undefined);
    if (text === undefined)
        return undefined;
    try {
        return JSON.parse(text);
    }
    catch {
        throw new Refusal(`${REGISTRY}/${fileOf(named)} is no JSON. Correct it.`);
    }
}
/** Enters a tenant into the registry of the checkout; true when the file was not there. */
async function register(root, named, text) {
    const file = registryFile(root, named);
    await (0,promises_namespaceObject.mkdir)((0,external_node_path_.dirname)(file), { recursive: true });
    try {
        await (0,promises_namespaceObject.writeFile)(file, text, { flag: 'wx' });
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/tenants/names.js

/** How the names of a tenant's resources begin: acme-stg-dedicated. */
const names_nameOf = ({ client, env, plan }) => `${client.toLowerCase()}-${env}-${plan.toLowerCase()}`;
/** What the stack calls everything of a tenant; no other file of the registry is needed for it. */
function namesOf(tenant) {
    const client = tenant.client.toLowerCase();
    const { env } = tenant;
    const owner = tenant_isGuest(tenant) ? 'saasshared' : client;
    const cluster = names_nameOf({ ...tenant, client: owner });
    return {
        client,
        name: names_nameOf(tenant),
        cluster,
        service: `${cluster}-api`,
        imageParameter: `/caliber/${owner}/${env}/api-image`,
        ...databasesOf(tenant),
        apiHost: tenant.api_host ?? `${tenant.subdomain}.${domainOf(tenant)}`,
        frontendHost: frontendOf(tenant),
        stateKey: `caliber/${client}/${env}/terraform.tfstate`,
        stack: `caliber-${client}-${env}`
    };
}
/** A restored database keeps its name for good. */
function databasesOf(tenant) {
    if (tenant_isGuest(tenant))
        return { documentdbCluster: '', postgresInstance: '' };
    const { restored_cluster_identifier: cluster, restored_postgres_identifier: instance } = tenant;
    return {
        documentdbCluster: cluster ?? `${names_nameOf(tenant)}-documentdb`,
        postgresInstance: instance ?? `${names_nameOf(tenant)}-postgres`
    };
}
function frontendOf(tenant) {
    const { frontend_enabled: isEnabled = true, frontend_host: chosen, subdomain } = tenant;
    return isEnabled ? (chosen ?? `www.${subdomain}.${domainOf(tenant)}`) : '';
}
/** The other tenants that its service answers for: those of SaaSShared's for a SaaS tenant, nobody for a Dedicated one. */
function sharedBy(tenant, known) {
    if (tenant.plan !== 'SaaS')
        return [];
    const others = known
        .filter((one) => isGuest(one) && one.env === tenant.env && keyOf(one) !== keyOf(tenant))
        .map(keyOf);
    return [...new Set(others)].toSorted();
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(161);
// EXTERNAL MODULE: ./cli/workflow-command.js
var workflow_command = __nccwpck_require__(540);
;// CONCATENATED MODULE: ./cli/step.js






/** Runs an action as a job would, with the person's credentials; throws Ended, after it has said why, when it fails. */
async function runStep(step, ports) {
    const folder = await (0,promises_namespaceObject.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'caliber-step-'));
    try {
        return await runIn(folder, step, ports);
    }
    finally {
        await (0,promises_namespaceObject.rm)(folder, { recursive: true, force: true });
    }
}
async function runIn(folder, step, ports) {
    const { terminal, exec, root, signal } = ports;
    const files = { outputs: (0,external_node_path_.join)(folder, 'outputs'), summary: (0,external_node_path_.join)(folder, 'summary') };
    for (const file of Object.values(files))
        await (0,promises_namespaceObject.writeFile)(file, '');
    const kept = [];
    const hear = step.shows === 'quiet' ? (line) => void kept.push(line) : terminal.hear;
    const { code } = await exec(process.execPath, [(0,external_node_path_.join)(root, 'dist', step.action, 'index.js')], {
        cwd: step.workspace ?? root,
        env: stepEnvironment(step, { ...ports, folder, files }),
        signal,
        apart: true,
        onStdout: hear,
        onStderr: hear
    });
    if (code !== 0)
        for (const line of kept)
            terminal.hear(line);
    if (code === 0 && step.shows === 'summary')
        terminal.say(`\n${plainMarkdown(await (0,promises_namespaceObject.readFile)(files.summary, 'utf8'), terminal.paint)}`);
    if (code !== 0)
        throw new Ended(code);
    return (0,workflow_command/* parseOutputFile */.X)(await (0,promises_namespaceObject.readFile)(files.outputs, 'utf8'));
}
/** The environment of a step: the person's own without anything of a runner's, the inputs, and facts that name no run of GitHub's. */
function stepEnvironment(step, { env, root, who, now, folder, files }) {
    const own = Object.entries(env).filter(([name]) => !/^(?:INPUT_|GITHUB_|ACTIONS_|RUNNER_|STATE_)/.test(name));
    const inputs = Object.entries(step.inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
    return {
        ...Object.fromEntries(own),
        ...Object.fromEntries(inputs),
        ...(step.region === undefined ? {} : { AWS_REGION: step.region, AWS_DEFAULT_REGION: step.region }),
        GITHUB_WORKSPACE: step.workspace ?? root,
        GITHUB_OUTPUT: files.outputs,
        GITHUB_STEP_SUMMARY: files.summary,
        RUNNER_TEMP: folder,
        // No step of a laptop's asks GitHub anything.
        GITHUB_API_URL: 'http://127.0.0.1:9',
        // A reservation tells by whom it was made; each command is a run of its own.
        GITHUB_SERVER_URL: 'laptop:/',
        GITHUB_REPOSITORY: `${word(who.user)}/${word(who.host)}`,
        GITHUB_REPOSITORY_ID: '0',
        GITHUB_RUN_ID: String(now()),
        GITHUB_RUN_ATTEMPT: '1',
        GITHUB_EVENT_NAME: 'laptop',
        GITHUB_ACTOR: word(who.user),
        GITHUB_REF: 'laptop',
        GITHUB_SHA: '0'.repeat(40)
    };
}
const word = (text) => text.replaceAll(/[^\w.-]+/g, '-') || 'somebody';

;// CONCATENATED MODULE: ./cli/tenant.js







/** Reserves the tenant's names and addresses, or asks what that would give; one that is registered stays as it is. */
async function reserve({ typed, settings, dryRun }, ports) {
    const named = namedBy(typed);
    const known = await readRegistered(ports.root, named);
    checkAgreement(named, typed, known);
    const region = chooseRegion(typed, known, ports.env);
    const image = typed.image ?? settings.image;
    if (known === undefined && !tenant_isGuest(named) && image === undefined)
        throw new Refusal(`--image is missing: ${tenant_keyOf(named)} is new and has a service of its own, whose first image it names. Give it, or keep one for all with init.sh --image.`);
    const outputs = await runStep({
        action: 'tenant',
        region,
        inputs: {
            mode: 'reserve',
            client: named.client,
            env: named.env,
            plan: named.plan,
            subdomain: named.subdomain ?? '',
            region,
            settings: JSON.stringify(sharedSettings(typed)),
            image: image ?? '',
            'registry-region': settings_valueOf(settings.backend, 'region') ?? '',
            'dry-run': String(dryRun)
        },
        shows: 'quiet'
    }, ports);
    return reservedOf(named, outputs, region);
}
function reservedOf(named, outputs, region) {
    const tenant = JSON.parse(outputs['tfvars'] ?? '{}');
    return {
        tenant,
        key: tenant_keyOf(named),
        stateKey: namesOf(tenant).stateKey,
        region
    };
}
/** Asks the registry of the checkout; refused for tenants that are not in it and flags that do not agree. */
async function show(typed, ports) {
    const named = namedBy(typed);
    const known = await readRegistered(ports.root, named);
    if (known === undefined)
        throw new Refusal(`${REGISTRY}/${fileOf(named)} is not there, so ${tenant_keyOf(named)} is no tenant of this checkout. Run apply.sh, which enters it, or fetch the branch that has it.`);
    checkAgreement(named, typed, known);
    const region = chooseRegion(typed, known, ports.env);
    const inputs = { mode: 'show', client: named.client, env: named.env };
    const told = await runStep({ action: 'tenant', inputs, region, shows: 'quiet' }, ports);
    return {
        tenant: known,
        key: tenant_keyOf(named),
        region,
        cluster: told['cluster'] ?? '',
        service: told['service'] ?? '',
        stateKey: namesOf(known).stateKey,
        sharedBy: JSON.parse(told['shared-by'] || '[]'),
        documentdb: told['documentdb-cluster'] ?? '',
        postgres: told['postgres-instance'] ?? ''
    };
}
/** What others would notice of a step on a service that this tenant shares; undefined for one of its own. */
function describeSharing({ tenant, cluster, sharedBy, key }, what) {
    if (!tenant_isGuest(tenant) && !(isShared(tenant) && sharedBy.length > 0))
        return undefined;
    const others = sharedBy.length === 0 ? 'nobody else so far' : sharedBy.join(', ');
    return `${key} is served by ${cluster}, so ${what} for it is one for all: ${others}.`;
}

;// CONCATENATED MODULE: ./cli/commands/apply.js












/** Applies a tenant's plan after a person has seen it, and reserves and registers the tenant on the way. */
const apply_apply = {
    script: 'apply.sh',
    about: "Shows the plan that plan.sh saved, or makes one, and applies it once you agree. A tenant that the registry does not have is reserved first and entered into the checkout's registry; commit its file by pull request.",
    required: TENANT,
    optional: [...SHARED, 'region', 'image'],
    switches: [YES, { flags: '--new-plan', about: 'passes a saved plan over and makes a new one' }],
    examples: [
        'apply.sh --client Acme --plan Dedicated --env prod --subdomain acme',
        'apply.sh --client SaaSShared --plan SaaS --env prod --subdomain saas-api',
        'apply.sh --client NewTenant --plan SaaS --env prod --subdomain customer1'
    ],
    run: async ({ typed, switches }, ports) => {
        sharedSettings(typed);
        const settings = await findSettings(ports);
        const stack = await openStack(ports);
        const asked = { typed, settings, dryRun: true };
        const would = await reserve(asked, ports);
        const matter = { key: would.key, yes: switches.yes };
        requireSomebody(matter, ports);
        const target = { ...would, settings };
        await withFolder(ports.root, async () => {
            const planned = await preparePlan(target, switches.newPlan === true, { stack, ports });
            tellPlan(planned, ports);
            if (planned.shown.hasChanges)
                await consent_confirm('Apply?', matter, ports);
            await settle(asked, would, ports);
            if (planned.shown.hasChanges)
                await applyPlan(planned, would.key, stack);
            else
                await forgetPlan(planned.files);
            await tellOutputs(stack, ports);
        });
    }
};
async function preparePlan(target, isNew, { stack, ports }) {
    const saved = isNew ? undefined : await findPlan(target, stack, ports);
    return saved ?? makePlan(target, stack, ports);
}
/** Reserves what the plan was made with, and enters the tenant into the checkout's registry. */
async function settle(asked, would, ports) {
    const { tenant } = await reserve({ ...asked, dryRun: false }, ports);
    if (renderTenant(tenant) !== renderTenant(would.tenant))
        throw new errors/* UserError */.y(`${would.key} was given other names or addresses than the plan has, for somebody took those meanwhile. Nothing was applied. Run apply.sh again.`);
    if (await register(ports.root, namedBy(asked.typed), renderTenant(tenant)))
        ports.terminal.say(`Entered terraform/tenants/${fileOf(tenant)}: commit it by pull request when the tenant is there.`);
}
const TOLD = [
    'api_endpoint',
    'frontend_url',
    'documentdb_uri',
    'postgresql_endpoint',
    'api_lb_dns',
    'api_lb_zone_id',
    'hosted_zone_id'
];
async function tellOutputs({ terraform }, { terminal }) {
    const outputs = JSON.parse(await terraform.output());
    terminal.say(terminal.paint('bold', 'Done.'));
    for (const name of TOLD) {
        const value = outputs[name]?.value;
        if (typeof value === 'string')
            terminal.say(`  ${name} = ${value}`);
    }
}

;// CONCATENATED MODULE: ./lib/secrets/stack-outputs.js

/**
 * Outputs as `terraform output -json` prints them, or a plain map from name to value (`outputs` of apply-gated). What a
 * wrapper of Terraform prints around the object is passed over. `what` begins the refusal, which never quotes the text.
 */
function parseOutputs(text, what) {
    const entries = Object.entries(readObject(text, what));
    if (entries.length === 0) {
        throw new errors/* UserError */.y(`${what} holds no outputs. Apply the stack first, or name the right stack.`);
    }
    const isTerraforms = entries.every(([, one]) => isOutput(one));
    return new Map(entries.map(([name, one]) => [
        name,
        isTerraforms && isOutput(one)
            ? { value: one['value'], sensitive: one['sensitive'] === true }
            : { value: one, sensitive: false }
    ]));
}
function readObject(text, what) {
    const start = /^\s*\{/m.exec(text)?.index ?? -1;
    try {
        const value = JSON.parse(text.slice(start, text.lastIndexOf('}') + 1));
        if (start >= 0 && typeof value === 'object' && value !== null)
            return value;
    }
    catch {
        // The parser's own words would quote the text.
    }
    throw new errors/* UserError */.y(`${what} is no JSON object. Give what 'terraform output -json' prints, unchanged.`);
}
const isOutput = (one) => typeof one === 'object' && one !== null && 'value' in one && ('sensitive' in one || 'type' in one);
/** Account ids and regions: no secrets, and a mask of them would blank half the job's outputs. */
const stack_outputs_HARMLESS = /^(?:\d{12}|[a-z]{2}(?:-[a-z]+)+-\d)$/;
/** Every text inside the sensitive outputs: what must be masked. */
function sensitiveTexts(outputs) {
    const sensitive = [...outputs.values()].filter((output) => output.sensitive);
    return sensitive.flatMap(({ value }) => leaves(value)).filter((text) => !stack_outputs_HARMLESS.test(text));
}
/** Values under this many characters are in too many texts to say where they come from, and the runner masks none of them. */
const TELLING = 8;
/**
 * The outputs that are not sensitive, as they are. One that holds a sensitive one's text is left out: GitHub would drop the
 * whole job's output for it.
 */
function openOutputs(outputs) {
    const hidden = sensitiveTexts(outputs).filter(({ length }) => length >= TELLING);
    const isOpen = ({ sensitive, value }) => !sensitive && !leaves(value).some((leaf) => hidden.some((text) => leaf.includes(text)));
    return Object.fromEntries([...outputs].filter(([, output]) => isOpen(output)).map(([name, { value }]) => [name, value]));
}
function leaves(value) {
    if (typeof value === 'string')
        return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [];
}

;// CONCATENATED MODULE: ./cli/outputs.js




/** Texts and numbers among the outputs of a tenant's stack; '' for what it does not have. */
async function readOutputs({ stateKey, key }, ports) {
    const settings = await findSettings(ports);
    const stack = await openStack(ports);
    return withFolder(ports.root, async () => {
        await stack.initialise(settings, stateKey);
        const outputs = parseOutputs(await stack.terraform.output(), `The state of ${key}`);
        return (name) => {
            const value = outputs.get(name)?.value;
            return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
        };
    });
}

;// CONCATENATED MODULE: ./cli/commands/deploy-frontend.js






/** Puts a build into the tenant's bucket and lets CloudFront know. */
const deployFrontend = {
    script: 'deploy-frontend.sh',
    about: "Puts a build of the React application into the tenant's bucket, pages last and nothing twice, and invalidates in CloudFront what was replaced.",
    required: ['client', 'plan', 'env', 'build-dir'],
    optional: ['region'],
    switches: [],
    examples: ['deploy-frontend.sh --client Acme --plan Dedicated --env stg --build-dir ./build'],
    run: async ({ typed }, ports) => {
        const folder = (0,external_node_path_.resolve)(ports.cwd, typed['build-dir'] ?? '');
        if ((await (0,promises_namespaceObject.stat)(folder).catch(() => undefined))?.isDirectory() !== true)
            throw new Refusal(`--build-dir is '${typed['build-dir']}', which is no folder from here. Build first (npm run build), then name what it wrote.`);
        const shown = await show(typed, ports);
        const output = await readOutputs(shown, ports);
        const bucket = output('frontend_bucket');
        if (bucket === '')
            throw new Refusal(`${shown.key} has no frontend (frontend_enabled is false), so there is no bucket.`);
        await runStep({
            action: 'deploy-frontend',
            region: shown.region,
            workspace: (0,external_node_path_.dirname)(folder),
            inputs: { bucket, 'build-dir': (0,external_node_path_.basename)(folder), 'distribution-id': output('distribution_id') },
            shows: 'summary'
        }, ports);
    }
};

;// CONCATENATED MODULE: ./cli/commands/destroy.js













/** Destroys a tenant's stack, after it has looked at what stands against that and what would be lost. */
const destroy = {
    script: 'destroy.sh',
    about: "Destroys a tenant's stack: looks first at backups, dependants and what would be lost, shows the plan, and asks. Where deletion protection is on, it is lifted first, by a plan of its own that is shown and asked about. prod needs --force.",
    required: TENANT,
    // What apply.sh was typed with will do; it has to agree with the registry.
    optional: [...SHARED, 'region', 'image'],
    switches: [
        { flags: '--force', about: 'allows the end of a tenant in prod' },
        { flags: '--without-backups', about: 'lets databases go that leave no snapshot behind' },
        YES
    ],
    examples: ['destroy.sh --client Acme --plan Dedicated --env prod --subdomain acme --force'],
    run: async ({ typed, switches }, ports) => {
        const key = tenant_keyOf(namedBy(typed));
        if (typed.env === 'prod' && switches.force !== true)
            throw new Refusal(`--force is missing: ${key} is in prod, and its data would be gone. Give it, if that is meant.`);
        const matter = { key, yes: switches.yes };
        requireSomebody(matter, ports);
        const shown = await show(typed, ports);
        const settings = await findSettings(ports);
        const stack = await openStack(ports);
        await withFolder(ports.root, async () => {
            try {
                return await end(shown, { settings, stack, switches, matter, ports });
            }
            finally {
                // However it ends: what it planned is for nobody else, and holds values.
                await forgetPlan(filesOf(ports.root, key));
            }
        });
        ports.terminal.say(`Destroyed. Remove terraform/tenants/${fileOf(shown.tenant)} by pull request, then release its reservation: action tenant, mode release.`);
    }
};
/** What AWS or the state protects is lifted first, whatever the tenant's file says of it. */
async function end(shown, place) {
    const { settings, stack, ports } = place;
    const { key, stateKey, tenant } = shown;
    const target = { key, stateKey, settings, tenant, isPassing: true };
    const first = await makePlan({ ...target, destroy: true }, stack, ports);
    const isProtected = await check(shown, first, { ...place, tolerate: 'protection' });
    if (!isProtected && !protects(first.shown.json))
        return carryOut(first, 'Destroy?', place);
    const lifted = { ...target, tenant: unprotected(tenant) };
    const lift = await makePlan(lifted, stack, ports);
    if (lift.shown.hasChanges)
        await carryOut(lift, 'Lift the protection?', place);
    const second = await makePlan({ ...lifted, destroy: true }, stack, ports);
    await check(shown, second, { ...place, tolerate: '' });
    await carryOut(second, 'Destroy?', place);
}
const unprotected = (tenant) => ({
    ...tenant,
    overrides: { ...tenant['overrides'], deletion_protection: false }
});
/** What would stop the destruction, or be lost by it; tells whether AWS protects something of it. */
async function check(shown, planned, { settings, switches, ports, tolerate }) {
    const { client, env, plan } = shown.tenant;
    const inputs = {
        client,
        env,
        plan,
        'documentdb-cluster': shown.documentdb,
        'postgres-instance': shown.postgres,
        'final-snapshots': finalSnapshots(planned.shown.json).join('\n'),
        'require-backups': String(switches.withoutBackups !== true),
        force: String(switches.force === true),
        tolerate,
        'registry-region': settings_valueOf(settings.backend, 'region') ?? ''
    };
    const told = await runStep({ action: 'decommission-check', region: shown.region, inputs, shows: 'summary' }, ports);
    const { findings } = JSON.parse(told['result'] || '{}');
    return (findings ?? []).some(({ kind }) => kind === 'protection');
}
async function carryOut(planned, question, { matter, stack, ports }) {
    tellPlan(planned, ports);
    await consent_confirm(question, matter, ports);
    await applyPlan(planned, matter.key, stack);
}

;// CONCATENATED MODULE: ./cli/commands/init.js



/** Finds what later commands need, keeps it, and installs modules and provider. */
const init_init = {
    script: 'init.sh',
    about: "Prepares this checkout: finds Terraform and where its states are, keeps that for later commands, and installs modules and provider. It asks no state: plan.sh and apply.sh point the stack at their tenant's own.",
    required: [],
    optional: ['state-bucket', 'state-region', 'image'],
    switches: [],
    examples: ['init.sh', 'init.sh --state-bucket acme-terraform-state --state-region us-east-1'],
    run: async ({ typed }, ports) => {
        const { root, terminal } = ports;
        const { 'state-bucket': bucket, 'state-region': region, image } = typed;
        const settings = await findSettings(ports, {
            ...(bucket === undefined ? {} : { bucket }),
            ...(region === undefined ? {} : { region }),
            ...(image === undefined ? {} : { image })
        });
        const stack = await openStack(ports);
        await withFolder(root, async () => {
            terminal.say(`Installing modules and provider with Terraform ${stack.version} …`);
            await stack.install();
            await keepSettings(root, settings);
        });
        terminal.say(`Ready. States are in ${settings_valueOf(settings.backend, 'bucket')} in ${settings_valueOf(settings.backend, 'region')} (${settings.from}).`);
        terminal.say(settings.image === undefined
            ? 'New tenants name their first image with --image.'
            : `New tenants begin with ${settings.image}.`);
    }
};

;// CONCATENATED MODULE: ./cli/sharing.js


/** Says whom else a step touches, and asks; nothing for a service that one tenant has for itself. */
async function announce(shown, { what, yes }, ports) {
    const told = describeSharing(shown, what);
    if (told === undefined)
        return;
    const matter = { key: shown.key, yes };
    ports.terminal.say(told);
    requireSomebody(matter, ports);
    await consent_confirm('Go on for all of them?', matter, ports);
}

;// CONCATENATED MODULE: ./cli/commands/migrate.js




/** Migrates the database as a one-off task beside the tenant's service. */
const migrate = {
    script: 'migrate.sh',
    about: "Runs 'python manage.py migrate' as a one-off Fargate task of the API's own task definition, and follows its log to the end. Nothing pending is nothing done.",
    required: ['client', 'plan', 'env'],
    optional: ['region'],
    switches: [YES],
    examples: ['migrate.sh --client Acme --plan Dedicated --env stg'],
    run: async ({ typed, switches }, ports) => {
        const shown = await show(typed, ports);
        await announce(shown, { what: 'a migration', yes: switches.yes }, ports);
        const { cluster, service, region } = shown;
        await runStep({ action: 'migrate', region, inputs: { cluster, service }, shows: 'summary' }, ports);
    }
};

;// CONCATENATED MODULE: ./cli/commands/plan.js







/** Plans a tenant's stack and keeps the plan; changes nothing anywhere. */
const plan_plan = {
    script: 'plan.sh',
    about: "Plans a tenant's stack, shows the plan as a pull request would, and saves it for apply.sh. Changes nothing: a tenant that the registry does not have is planned with what it would be given.",
    required: TENANT,
    optional: [...SHARED, 'region', 'image'],
    switches: [],
    examples: ['plan.sh --client Acme --plan Dedicated --env stg --subdomain acme-stg'],
    run: async ({ typed }, ports) => {
        sharedSettings(typed);
        const settings = await findSettings(ports);
        const stack = await openStack(ports);
        const { tenant, key, stateKey } = await reserve({ typed, settings, dryRun: true }, ports);
        await withFolder(ports.root, async () => {
            const planned = await makePlan({ tenant, key, stateKey, settings }, stack, ports);
            tellPlan(planned, ports);
            if (planned.shown.hasChanges)
                ports.terminal.say('It is saved: apply.sh with the same flags applies it.');
        });
    }
};

;// CONCATENATED MODULE: ./cli/commands/rollout-api.js





/** Replaces all tasks of the tenant's service by new ones of the same revision. */
const rolloutApi = {
    script: 'rollout-api.sh',
    about: 'Forces a new deployment of the API, so that its tasks read their secrets anew, and follows it to its end. The first one starts as many tasks as the stack asks for.',
    required: ['client', 'plan', 'env'],
    optional: ['region'],
    switches: [YES],
    examples: ['rollout-api.sh --client Acme --plan Dedicated --env stg'],
    run: async ({ typed, switches }, ports) => {
        const shown = await show(typed, ports);
        await announce(shown, { what: 'a rollout', yes: switches.yes }, ports);
        const output = await readOutputs(shown, ports);
        const { cluster, service, region } = shown;
        const inputs = {
            cluster,
            service,
            'force-new-deployment': 'true',
            'initial-count': output('api_desired_count')
        };
        await runStep({ action: 'rollout', region, inputs, shows: 'summary' }, ports);
    }
};

;// CONCATENATED MODULE: ./cli/commands/seed-secrets.js





/** Writes a tenant's secrets from its stack's outputs. */
const seedSecrets = {
    script: 'seed-secrets.sh',
    about: "Writes a tenant's secrets from the outputs of its stack and AWS's own secrets of the databases. What is right already is left alone, and a Django key that is there stays: run it as often as you like.",
    required: ['client', 'env'],
    optional: ['region'],
    switches: [
        {
            flags: '--rotate-django-key',
            about: 'replaces the Django key; the one before stays valid for sessions'
        }
    ],
    examples: [
        'seed-secrets.sh --client Acme --env stg',
        'seed-secrets.sh --client Acme --env stg --rotate-django-key'
    ],
    run: async ({ typed, switches }, ports) => {
        const shown = await show(typed, ports);
        const { backend } = await findSettings(ports);
        // The action asks Terraform by itself: that it is there is better said before.
        await openStack(ports);
        const told = await withFolder(ports.root, () => runStep({
            action: 'seed-secrets',
            region: shown.region,
            inputs: {
                client: shown.tenant.client,
                env: shown.tenant.env,
                'working-directory': STACK,
                'backend-config': [...backend, `key=${shown.stateKey}`].join('\n'),
                rotate: switches.rotateDjangoKey === true ? 'django-secret-key' : ''
            },
            shows: 'summary'
        }, ports));
        if (told['rollout-needed'] === 'true')
            ports.terminal.say('Tasks that run keep the old values until rollout-api.sh replaces them.');
    }
};

;// CONCATENATED MODULE: ./cli/commands/smoke-test.js




/** Asks a tenant's API and site as their users do. */
const smokeTest = {
    script: 'smoke-test.sh',
    about: 'Asks the API at <label>.hicaliber.net and the site at www.<label>.hicaliber.net as their users do, and names the layer that is broken. Needs no credentials.',
    required: [],
    optional: ['subdomain', 'domain', 'url', 'resolver', 'ca-file'],
    switches: [{ flags: '--api-only', about: 'leaves the site out, for a tenant without one' }],
    examples: ['smoke-test.sh --subdomain acme', 'smoke-test.sh --subdomain acme --api-only'],
    run: async ({ typed, switches }, ports) => {
        const authority = typed['ca-file'] === undefined ? undefined : (0,external_node_path_.resolve)(ports.cwd, typed['ca-file']);
        await runStep({
            action: 'smoke',
            workspace: authority === undefined ? ports.cwd : (0,external_node_path_.dirname)(authority),
            inputs: {
                urls: urlsOf(typed, switches.apiOnly === true).join('\n'),
                resolver: typed.resolver ?? '',
                'ca-file': authority === undefined ? '' : (0,external_node_path_.basename)(authority)
            },
            shows: 'summary'
        }, ports);
    }
};
/** What is asked: the API at its health path, the site at its page. */
function urlsOf({ subdomain, domain = DOMAIN, url }, apiOnly) {
    if (url !== undefined) {
        if (subdomain === undefined)
            return url.split(',');
        throw new Refusal('--url and --subdomain both say what to ask. Leave one out.');
    }
    if (subdomain === undefined)
        throw new Refusal('--subdomain is missing. Give it, as --subdomain acme.');
    const host = `${subdomain}.${domain}`;
    return [`https://${host}`, ...(apiOnly ? [] : [`https://www.${host}/`])];
}

;// CONCATENATED MODULE: ./cli/commands/all.js









/** Every script, in the order in which a client is made. */
const COMMANDS = [
    init_init,
    plan_plan,
    apply_apply,
    seedSecrets,
    migrate,
    rolloutApi,
    deployFrontend,
    smokeTest,
    destroy
];

// EXTERNAL MODULE: ../../node_modules/commander/index.js
var commander = __nccwpck_require__(313);
;// CONCATENATED MODULE: ../../node_modules/commander/esm.mjs


// wrapper to provide named exports for ESM.
const {
  /* program */ "DM": program,
  /* createCommand */ "gu": createCommand,
  /* createArgument */ "er": createArgument,
  /* createOption */ "Ww": createOption,
  /* CommanderError */ "b7": CommanderError,
  /* InvalidArgumentError */ "Di": InvalidArgumentError,
  /* InvalidOptionArgumentError */ "a2": InvalidOptionArgumentError, // deprecated old name
  /* Command */ "uB": Command,
  /* Argument */ "ef": Argument,
  /* Option */ "c$": Option,
  /* Help */ "_V": Help,
} = commander;

;// CONCATENATED MODULE: ./cli/flags.js


const oneOf = (flags, values, about) => ({
    flags,
    about,
    example: values[0] ?? '',
    pattern: new RegExp(`^(?:${values.join('|')})$`),
    expected: `one of ${values.join(', ')}`
});
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
const REGION = /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/;
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Every flag by its name; a command takes some of them. */
const FLAGS = {
    client: {
        flags: '--client <name>',
        about: 'the tenant, such as Acme; SaaSShared is what SaaS tenants share',
        example: 'Acme',
        ...CLIENT
    },
    plan: oneOf('--plan <plan>', PLANS, 'Dedicated or SaaS; it never changes'),
    env: oneOf('--env <env>', [...ENVIRONMENTS].toReversed(), 'dev, stg or prod; staging is stg'),
    subdomain: {
        flags: '--subdomain <label>',
        about: 'the API answers at <label>.hicaliber.net, the site at www.<label>.hicaliber.net; outside of prod it ends in -<env>',
        example: 'acme',
        pattern: /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/,
        expected: 'one DNS label in lower case'
    },
    'saas-docdb-uri': {
        flags: '--saas-docdb-uri <uri>',
        about: 'output documentdb_uri of SaaSShared, which has neither user nor password',
        example: "'mongodb://…:27017/?tls=true&…'",
        pattern: /^mongodb:\/\/[^@/?#]+\//,
        expected: 'a URI as output documentdb_uri of SaaSShared tells it',
        secret: true
    },
    'saas-docdb-secret-arn': {
        flags: '--saas-docdb-secret-arn <arn>',
        about: 'output documentdb_master_secret_arn of SaaSShared; what it published when left out',
        example: 'arn:aws:secretsmanager:…',
        pattern: /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+$/,
        expected: 'the ARN of a secret'
    },
    'saas-rds-endpoint': {
        flags: '--saas-rds-endpoint <host:port>',
        about: 'output postgresql_endpoint of SaaSShared',
        example: '….rds.amazonaws.com:5432',
        pattern: /^[a-z0-9.-]+:\d+$/,
        expected: 'a host with its port'
    },
    'saas-api-lb-dns': {
        flags: '--saas-api-lb-dns <host>',
        about: 'output api_lb_dns of SaaSShared, or api_endpoint',
        example: '….elb.amazonaws.com',
        pattern: HOST,
        expected: 'a host in lower case'
    },
    'saas-api-lb-zone': {
        flags: '--saas-api-lb-zone <id>',
        about: 'the zone of that name: api_lb_zone_id beside api_lb_dns, hosted_zone_id beside api_endpoint',
        example: 'Z35SXDOTRQ7X7K',
        pattern: /^Z[A-Z0-9]{1,31}$/,
        expected: "a hosted zone's id"
    },
    region: {
        flags: '--region <region>',
        about: "the tenant's AWS region; the registry's, else AWS_REGION or AWS_DEFAULT_REGION",
        example: 'us-east-1',
        pattern: REGION,
        expected: 'an AWS region'
    },
    image: {
        flags: '--image <image>',
        about: "first image of a new tenant's API, with a tag other than latest or a digest; CALIBER_IMAGE",
        example: '123456789012.dkr.ecr.us-east-1.amazonaws.com/caliber/api:1.4.2',
        pattern: /^(?!.*:latest$)[^\s@]+(?::[\w.-]+|@sha256:[0-9a-f]{64})$/,
        expected: 'an image with a tag other than latest, or with a digest'
    },
    'build-dir': {
        flags: '--build-dir <folder>',
        about: 'what the bundler wrote, such as ./build',
        example: './build'
    },
    domain: {
        flags: '--domain <domain>',
        about: 'zone of the hosts (hicaliber.net)',
        example: 'hicaliber.net',
        pattern: HOST,
        expected: 'a domain in lower case'
    },
    url: {
        flags: '--url <urls>',
        about: 'asks these instead, separated by commas: where a tenant answers elsewhere',
        example: 'https://acme.example.net',
        pattern: /^https?:\/\/\S+$/,
        expected: 'an address that begins with https:// or http://'
    },
    resolver: {
        flags: '--resolver <address>',
        about: 'DNS server to ask in place of the machine’s own',
        example: '10.0.0.2:53',
        pattern: /^(?:[\d.]+|\[[\da-f:]+\])(?::\d{1,5})?$/i,
        expected: 'the address of a DNS server'
    },
    'ca-file': {
        flags: '--ca-file <file>',
        about: 'certificates in PEM that are trusted in place of the public authorities',
        example: 'ca.pem'
    },
    'state-bucket': {
        flags: '--state-bucket <bucket>',
        about: 'bucket of the states, output state_bucket of the bootstrap stack',
        example: 'acme-terraform-state',
        pattern: BUCKET,
        expected: "a bucket's name"
    },
    'state-region': {
        flags: '--state-region <region>',
        about: 'region of that bucket; AWS_REGION when left out',
        example: 'us-east-1',
        pattern: REGION,
        expected: 'an AWS region'
    }
};
/** Refuses the first flag whose value cannot be right, and the first that is missing of `required`. */
function checkFlags(typed, required) {
    for (const name of required) {
        if ((typed[name] ?? '') === '')
            throw new Refusal(`--${name} is missing. Give it, as ${FLAGS[name].flags.replace(/<.*>/, FLAGS[name].example)}.`);
    }
    for (const [name, value] of Object.entries(typed))
        checkFlag(name, value);
}
function checkFlag(name, value) {
    const { pattern, expected, secret = false, example } = FLAGS[name];
    if (name === 'saas-docdb-uri' && value.includes('@'))
        throw new Refusal('--saas-docdb-uri holds a user or a password, which everybody on this machine can read from a command line. Give documentdb_uri as SaaSShared tells it, without them, and --saas-docdb-secret-arn for the secret that has them.');
    if (pattern === undefined || pattern.test(value))
        return;
    const told = secret ? '' : ` is '${value}', which`;
    throw new Refusal(`--${name}${told} is not ${expected}. Write it as ${example}.`);
}

;// CONCATENATED MODULE: ./cli/program.js



const EXITS = `
Exit codes:
  0    done, or nothing to do
  1    failed, or you said no
  2    refused before anything was done: typed wrong, or something is missing
  130  interrupted`;
/** Reads a command's flags; a fault is a Refusal that names the flag and what to write. */
function readArguments(command, args) {
    const shown = [];
    const parser = parserOf(command).configureOutput({
        writeOut: (text) => void shown.push(text),
        writeErr: () => undefined
    });
    try {
        parser.parse([...args], { from: 'user' });
    }
    catch (error) {
        if (!(error instanceof CommanderError))
            throw error;
        if (error.exitCode === 0)
            return { help: shown.join('').trimEnd() };
        throw new Refusal(describe(error, command), { cause: error });
    }
    const values = parser.opts();
    const typed = typedOf(parser, values);
    checkFlags(typed, command.required);
    return { asked: { typed, switches: values } };
}
function parserOf({ script, about, required, optional, switches, examples }) {
    const parser = new Command(script)
        .description(about)
        .usage('[options]')
        .exitOverride()
        .allowExcessArguments(false)
        .helpOption('--help', 'shows this')
        .addHelpText('after', `\nExample:\n${examples.map((one) => `  ${one}`).join('\n')}\n${EXITS}`);
    for (const name of [...required, ...optional]) {
        const { flags, about: words } = FLAGS[name];
        parser.addOption(new Option(flags, required.includes(name) ? `${words} (needed)` : words));
    }
    for (const { flags, about: words } of switches)
        parser.addOption(new Option(flags, words));
    return parser;
}
function typedOf(parser, values) {
    const found = parser.options.flatMap((option) => {
        const name = (option.long ?? '').slice(2);
        const value = values[option.attributeName()];
        return name in FLAGS && typeof value === 'string' ? [[name, value]] : [];
    });
    return Object.fromEntries(found);
}
/** Commander's own words, as a sentence with a way out. */
function describe(error, { script }) {
    const words = error.message
        .replace(/^error: /, '')
        .replaceAll('\n', ' ')
        .replace(/[.?)]*$/, (end) => end);
    const sentence = words.charAt(0).toUpperCase() + words.slice(1);
    return `${sentence}${/[.?)]$/.test(sentence) ? '' : '.'} ${script} --help shows what there is.`;
}

;// CONCATENATED MODULE: ./cli/run.js




/** Runs what was typed, says how it ended, and resolves with the exit code. */
async function run_run([name = '', ...args], ports) {
    const { terminal, signal } = ports;
    try {
        const command = COMMANDS.find(({ script }) => script === `${name}.sh`);
        if (command === undefined)
            throw new Refusal(describeUnknown(name));
        const read = readArguments(command, args);
        if ('help' in read)
            terminal.say(read.help);
        else
            await command.run(read.asked, ports);
        return EXIT.done;
    }
    catch (error) {
        if (signal.aborted) {
            terminal.complain('Interrupted.');
            return EXIT.interrupted;
        }
        if (error instanceof Ended)
            return error.code;
        terminal.complain(`${terminal.paint('red', 'Error:')} ${(0,errors/* describeError */.U)(error)}`);
        return error instanceof Refusal ? EXIT.refused : EXIT.failed;
    }
}
function describeUnknown(name) {
    const names = COMMANDS.map(({ script }) => script).join(', ');
    return `${name === '' ? 'Nothing is named to run' : `There is no ${name}.sh`}. There are ${names}; each explains itself with --help.`;
}


/***/ }),

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ openTerminal)
/* harmony export */ });
/* harmony import */ var _workflow_command_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(540);

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
/** A terminal, or the file that its words go into. */
function openTerminal(screen) {
    const state = { indent: '', stopped: '', masks: new Set() };
    const paint = (style, text) => screen.colours && text !== '' ? `\u001B[${CODES[style]}m${text}\u001B[0m` : text;
    const write = (line) => (text) => {
        for (const one of hide(text, state.masks).split('\n'))
            line(one === '' ? '' : state.indent + one);
    };
    const say = write(screen.out);
    const complain = write(screen.err);
    const hear = (line) => {
        const command = (0,_workflow_command_js__WEBPACK_IMPORTED_MODULE_0__/* .parseCommand */ .R)(line);
        // Between `::stop-commands::token` and `::token::` every line is text.
        const ends = state.stopped !== '' && command?.name === state.stopped;
        if (ends)
            state.stopped = '';
        else if (command === undefined || state.stopped !== '')
            say(line);
        else
            obey(command, { state, say, complain, paint });
    };
    return { say, complain, hear, log: logOf({ say, complain, hear, paint }), paint };
}
function obey({ name, properties, data }, voice) {
    const { state, say, complain, paint } = voice;
    switch (name) {
        case 'group':
            say(paint('bold', data));
            state.indent = '  ';
            break;
        case 'endgroup':
            state.indent = '';
            break;
        case 'add-mask':
            if (data !== '')
                state.masks.add(data);
            break;
        case 'stop-commands':
            state.stopped = data;
            break;
        case 'error':
            complain(`${paint('red', 'Error:')} ${data}${placeOf(properties)}`);
            break;
        case 'warning':
            complain(`${paint('yellow', 'Warning:')} ${data}${placeOf(properties)}`);
            break;
        case 'notice':
            say(`${paint('cyan', 'Note:')} ${data}${placeOf(properties)}`);
            break;
        // Debug lines, outputs of old and what else is meant for the runner alone.
    }
}
function placeOf({ file, line }) {
    if (file === undefined)
        return '';
    return ` (${file}${line === undefined ? '' : ` line ${line}`})`;
}
/** The longest first, so that no part of one is left. */
function hide(text, masks) {
    const longest = [...masks].toSorted((one, other) => other.length - one.length);
    return longest.reduce((rest, mask) => rest.replaceAll(mask, '***'), text);
}
function logOf({ say, complain, hear, paint }) {
    return {
        // The library switches commands off around foreign words, which are then text.
        info: hear,
        debug: () => undefined,
        warning: (line) => complain(`${paint('yellow', 'Warning:')} ${line}`),
        error: (line) => complain(`${paint('red', 'Error:')} ${line}`),
        group: async (title, work) => {
            say(paint('bold', title));
            return work();
        }
    };
}


/***/ }),

/***/ 540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseCommand),
/* harmony export */   X: () => (/* binding */ parseOutputFile)
/* harmony export */ });
/** The command in a line; undefined when the line is text. */
function parseCommand(line) {
    const [, name, given = '', data = ''] = /^::([\w-]+)(?: ([^\n]*?))?::([^\n]*)$/.exec(line) ?? [];
    if (name === undefined)
        return undefined;
    const properties = given
        .split(',')
        .filter((one) => one.includes('='))
        .map((one) => [
        one.slice(0, one.indexOf('=')).trim(),
        unescape(one.slice(one.indexOf('=') + 1))
    ]);
    return { name, properties: Object.fromEntries(properties), data: unescape(data) };
}
const ESCAPED = {
    '%25': '%',
    '%0D': '\r',
    '%0A': '\n',
    '%3A': ':',
    '%2C': ','
};
const unescape = (text) => text.replaceAll(/%(?:25|0D|0A|3A|2C)/gi, (one) => ESCAPED[one.toUpperCase()] ?? one);
/** Values by name, as a step leaves them in the file that GITHUB_OUTPUT names. */
function parseOutputFile(text) {
    const found = [];
    const lines = text.split(/\r?\n/);
    for (let at = 0; at < lines.length; at += 1) {
        const line = lines[at] ?? '';
        const [, name, end] = /^(.+?)<<(.+)$/.exec(line) ?? [];
        if (name === undefined || end === undefined) {
            const [, plain, value] = /^([^=]+)=(.*)$/.exec(line) ?? [];
            if (plain !== undefined)
                found.push([plain, value ?? '']);
            continue;
        }
        const last = lines.indexOf(end, at + 1);
        if (last === -1)
            break;
        found.push([name, lines.slice(at + 1, last).join('\n')]);
        at = last;
    }
    return Object.fromEntries(found);
}


/***/ }),

/***/ 705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ describeError),
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/** A fault the reader of the log can mend in their own repository: its sentence is the whole message. */
class UserError extends Error {
    name = 'UserError';
}
/** One sentence for a person: a UserError's own words, otherwise the chain of causes with the AWS request id. */
function describeError(error) {
    if (error instanceof UserError)
        return error.message;
    return chain(error)
        .map((link) => describeLink(link))
        .join(' ← ');
}
function chain(error) {
    const links = [error];
    let next = error instanceof Error ? error.cause : undefined;
    while (next !== undefined && links.length < 10) {
        links.push(next);
        next = next instanceof Error ? next.cause : undefined;
    }
    return links;
}
function describeLink(link) {
    if (!(link instanceof Error))
        return String(link);
    const id = link.$metadata?.requestId;
    const name = link.name === 'Error' ? '' : `${link.name}: `;
    return `${name}${link.message}${id === undefined ? '' : ` (AWS request ${id})`}`;
}


/***/ }),

/***/ 794:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ process_exec)
});

// UNUSED EXPORTS: execBriefly

;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io-util.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return __awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return __awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return __awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ../../node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = tr.argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new tr.ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function exec_getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new StringDecoder('utf8');
        const stderrDecoder = new StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(421);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./lib/process.js



/** After a cancellation: an interrupt, this long to finish properly (Terraform gives its lock back), then the end. */
const GRACE_MS = 60_000;
/** For what may run long and must be told of a cancellation: no shell, no input, bytes decoded once they are complete. */
const process_exec = (command, args, options) => new Promise((resolve, reject) => {
    const { cwd, env, signal, apart: detached = false } = options;
    if (signal.aborted)
        return reject(signal.reason);
    const child = (0,external_node_child_process_.spawn)(command, args, { cwd, env: { ...env }, stdio: ['ignore', 'pipe', 'pipe'], detached });
    const stdout = collect(child.stdout, options.onStdout);
    const stderr = collect(child.stderr, options.onStderr);
    const stopListening = interruptOnAbort(child, signal);
    child.once('error', (cause) => {
        stopListening();
        reject(new Error(`The command '${command}' cannot be started in ${cwd}.`, { cause }));
    });
    child.once('close', (code) => {
        stopListening();
        if (signal.aborted)
            return reject(signal.reason);
        resolve({ code: code ?? 1, stdout: stdout(), stderr: stderr() });
    });
});
/** For what ends by itself within moments, such as a question for a version: through the toolkit, and not interrupted. */
const execBriefly = async (command, args, { cwd, env, signal }) => {
    signal.throwIfAborted();
    const known = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
    const { exitCode, stdout, stderr } = await getExecOutput(`"${command}"`, [...args], {
        cwd,
        env: Object.fromEntries(known),
        ignoreReturnCode: true,
        silent: true
    });
    return { code: exitCode, stdout, stderr };
};
function interruptOnAbort(child, signal) {
    let timer;
    const interrupt = () => {
        child.kill('SIGINT');
        timer = setTimeout(() => child.kill('SIGTERM'), GRACE_MS);
    };
    signal.addEventListener('abort', interrupt, { once: true });
    return () => {
        signal.removeEventListener('abort', interrupt);
        clearTimeout(timer);
    };
}
/** Keeps every byte and hands on whole lines; a character split between two chunks stays one character. */
function collect(stream, onLine) {
    const chunks = [];
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    stream.on('data', (chunk) => {
        chunks.push(chunk);
        if (onLine === undefined)
            return;
        const lines = (rest + decoder.write(chunk)).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines)
            onLine(line);
    });
    stream.on('end', () => {
        if (onLine !== undefined && rest + decoder.end() !== '')
            onLine(rest);
    });
    return () => Buffer.concat(chunks).toString('utf8');
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(445);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
