// loan.commands.ts: what can be asked. One class a command, its fields declared once.
import { DateField, RefField } from '#foundation/process';

/** 借出档案: a file leaves the archive. */
export class LendFile {
  @RefField({ zh: '档号', en: 'File number' }) fileNo!: string;
  @RefField({ zh: '借阅站办', en: 'Borrowing office' }) officeRef!: string;
  @DateField({ zh: '借出日期', en: 'Lent on' }) lentOn!: string;
  @DateField({ zh: '应还日期', en: 'Due back on' }) dueBackOn!: string;
}

/** 归还档案: it is back on its shelf. */
export class ReturnFile {
  @DateField({ zh: '归还日期', en: 'Returned on' }) returnedOn!: string;
}
