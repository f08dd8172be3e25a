import type { Locale } from '../locales.ts';

/** The text of the page on the reader's own model file; what its live part says is with that part. */
export interface YourModelPageWords {
  readonly title: string;
  readonly lead: string;
  /** Other names it is searched by. */
  readonly aliases: readonly string[];
  readonly noScript: string;
  readonly noScriptLink: string;
  readonly parts: readonly {
    readonly id: string;
    readonly heading: string;
    readonly text: readonly string[];
  }[];
  readonly sources: string;
}

export const yourModelPageWords: Readonly<Record<Locale, YourModelPageWords>> = {
  en: {
    title: 'Your model file',
    lead: 'Choose a file of weights: its parameters, its bytes by number format, and every tensor in it, counted in your browser.',
    aliases: [
      'my model file',
      'upload a model',
      'count the parameters of a file',
      'read a safetensors file',
      'read a GGUF file',
      'read an ONNX file',
      'checkpoint inspector',
    ],
    noScript:
      'This page reads a safetensors, GGUF, ONNX or PyTorch file in your browser and counts its parameters and bytes. That needs JavaScript. By hand:',
    noScriptLink: 'model size and parameter count',
    parts: [
      {
        id: 'what-is-read',
        heading: 'What is read',
        text: [
          'Names, shapes, number formats and places of the tensors; never their values. So a file of many gigabytes takes a second and little memory. The format is told by the content, not by the file’s name.',
          'Damaged files are refused, and the page says where and why. What is merely new, such as a number format younger than this reader, is counted and pointed out.',
        ],
      },
      {
        id: 'how-it-is-counted',
        heading: 'How it is counted',
        text: [
          'No format says which tensors are trained. Running means and variances of batch norms, by PyTorch’s names or by their place in an ONNX graph, are not counted as parameters; neither are 64-bit integers and booleans, which are counters, index tables and masks, nor scalars of ONNX graphs.',
          'A tensor that two layers share counts once where the file stores it once. A network is named when it has exactly as many parameters; an ONNX file may also match with its batch norms folded into the layers before them.',
        ],
      },
      {
        id: 'never-leaves',
        heading: 'The file never leaves your computer',
        text: [
          'This site has no server that could take it: the page is a file, and its reader is a script that runs in your browser. From the moment you choose a file the page requests nothing, which a test of this site checks. With the network switched off it works as well, once the page is open.',
        ],
      },
    ],
    sources: 'The formats are read as specified in',
  },
  zh: {
    title: '你的模型文件',
    lead: '选一个权重文件，就在浏览器里数出参数量、各种数值格式的字节数和其中每个张量。',
    aliases: [
      '我的模型文件',
      '上传模型',
      '上传模型看参数量',
      '查看模型文件的参数量',
      '读取 safetensors 文件',
      '读取 GGUF 文件',
      '读取 ONNX 文件',
      '检查点查看器',
    ],
    noScript:
      '这一页在浏览器里读取 safetensors、GGUF、ONNX 或 PyTorch 文件，数出参数量和字节数，需要 JavaScript。想用手算，请看：',
    noScriptLink: '模型大小与参数量',
    parts: [
      {
        id: 'what-is-read',
        heading: '读哪些内容',
        text: [
          '只读张量的名称、形状、数值格式和位置，不读数值。所以几十 GB 的文件也只要一秒左右，内存占用很小。格式看内容，不看文件名。',
          '损坏的文件会拒读，并说明哪里不对、为什么。只是比读取程序更新的内容，例如新的数值格式，会计入并指出。',
        ],
      },
      {
        id: 'how-it-is-counted',
        heading: '怎样计数',
        text: [
          '没有哪种格式写明哪些张量是训练出来的。批归一化的滑动均值和方差，按 PyTorch 的名称或它们在 ONNX 图中的位置认出，不算参数；64 位整数和布尔值是计数器、索引表和掩码，也不算；ONNX 图里的标量同样不算。',
          '两层共用的张量，文件只存一份时只数一次。参数量完全相同的网络会列出名字；ONNX 文件还会与批归一化折叠进前一层之后的参数量比较。',
        ],
      },
      {
        id: 'never-leaves',
        heading: '文件不会离开你的电脑',
        text: [
          '本站没有能接收文件的服务器：页面是静态文件，读取程序是在你的浏览器里运行的脚本。从你选择文件起，页面不再发出任何请求，本站有测试检查这一点。页面打开后断网也能用。',
        ],
      },
    ],
    sources: '各格式的规范见',
  },
};
